/** Decides what is started: nanproof.path, or the bundled nanproof on the first Python that can run it. Knows nothing of the editor. */

import fs from "node:fs";
import path from "node:path";
import { configuredCommand, type Command, type Result } from "./command";
import { findExecutable } from "./executable";
import { ask, options, type Asked, type Strategy } from "./interpreter";
import { isRefused, launch, located, serverEnvironment, untrusted, type Launch, type Surroundings } from "./launch";

/** What was asked for, in settings and in other extensions. */
export interface Wishes {
  readonly path: unknown;
  readonly interpreter: unknown;
  readonly importStrategy: Strategy;
  /** The Python that is chosen for the workspace in another extension. */
  readonly chosen: string | undefined;
  /** The folder with the start script and, beside it, libs. */
  readonly bundled: string;
}

/** Where the log says why a Python was passed over. */
export type Note = (sentence: string) => void;

const NAMES: Readonly<Record<string, readonly string[]>> = {
  win32: ["python", "py", "python3"],
  other: ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"],
};

/** What to start, or a sentence that says why nothing is. */
export async function resolve(wishes: Wishes, surroundings: Surroundings, note: Note): Promise<Result<Launch>> {
  if (!isEmpty(wishes.path)) {
    return launch(wishes.path, surroundings);
  }
  if (!isEmpty(wishes.interpreter)) {
    return onConfigured(wishes, surroundings);
  }
  const passedOver: { file: string; asked: Asked }[] = [];
  for (const file of candidates(wishes.chosen, surroundings)) {
    const asked = await askFor({ program: file, args: [] }, wishes, surroundings);
    if (!("unfit" in asked)) {
      return { value: started(asked.executable || file, wishes, surroundings) };
    }
    note(`Passed over ${file}: ${asked.unfit}.`);
    passedOver.push({ file, asked });
  }
  const installed = launch("", surroundings);
  if ("value" in installed) {
    return installed;
  }
  return { problem: nonePresent(passedOver), about: "interpreter", missesPython: true };
}

async function onConfigured(wishes: Wishes, surroundings: Surroundings): Promise<Result<Launch>> {
  const configured = configuredCommand("interpreter", wishes.interpreter, variables(surroundings));
  if ("problem" in configured) {
    return { ...configured, about: "interpreter" };
  }
  const python = located("interpreter", configured.value, surroundings);
  if ("problem" in python) {
    return python;
  }
  const asked = await askFor(python.value, wishes, surroundings);
  if (!("unfit" in asked)) {
    return { value: started(asked.executable || python.value.program, wishes, surroundings) };
  }
  const what = `${python.value.program} cannot run it: ${asked.unfit}`;
  const advice = asked.tooOld ? "Name a Python 3.10 or newer in the setting nanproof.interpreter, or leave it empty." : "Correct the setting nanproof.interpreter, or leave it empty.";
  return { problem: `nanproof did not start: ${what}. ${advice}`, about: "interpreter", missesPython: asked.tooOld };
}

/** A Python answers for itself; where it says that it is a file of a workspace that is not trusted, it is not used. */
async function askFor(python: Command, wishes: Wishes, surroundings: Surroundings): Promise<Asked> {
  const script = [...flags(wishes), startScript(wishes), wishes.importStrategy];
  const asked = await ask(python, script, surroundings.storage, serverEnvironment(surroundings));
  if (!("unfit" in asked) && isRefused(asked.executable, surroundings)) {
    return { unfit: untrusted(asked.executable), tooOld: false };
  }
  return asked;
}

function started(program: string, wishes: Wishes, surroundings: Surroundings): Launch {
  const args = [...flags(wishes), startScript(wishes), wishes.importStrategy, "server"];
  return { program, args, cwd: surroundings.storage, env: serverEnvironment(surroundings) };
}

function candidates(chosen: string | undefined, surroundings: Surroundings): readonly string[] {
  const { env, platform } = surroundings;
  const search = { start: undefined, env, platform, refuses: (file: string) => isRefused(file, surroundings) };
  const names = NAMES[platform] ?? NAMES["other"] ?? [];
  const found = [...(chosen === undefined ? [] : [chosen]), ...names].map((name) => findExecutable(name, search).file);
  return [...new Set(found.filter((file) => file !== undefined))];
}

function nonePresent(passedOver: readonly { file: string; asked: Asked }[]): string {
  const first = passedOver[0];
  const found = first !== undefined && "unfit" in first.asked ? `: of ${first.file}, ${first.asked.unfit}` : " on PATH";
  return `nanproof did not start: it needs Python 3.10 or newer, and found none${found}. Install one, or name one in the setting nanproof.interpreter.`;
}

function flags(wishes: Wishes): readonly string[] {
  return options(wishes.importStrategy, fs.existsSync(path.join(wishes.bundled, "libs")));
}

function startScript(wishes: Wishes): string {
  return path.join(wishes.bundled, "start.py");
}

function variables({ workspaceFolders, userHome, env }: Surroundings) {
  return { workspaceFolder: workspaceFolders[0], userHome, env };
}

function isEmpty(setting: unknown): boolean {
  return (
    setting === undefined ||
    setting === null ||
    (typeof setting === "string" && setting.trim() === "") ||
    (Array.isArray(setting) && (setting.length === 0 || setting[0] === ""))
  );
}
