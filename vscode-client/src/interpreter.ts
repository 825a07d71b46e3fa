/** Asks Pythons what they are, until one can run nanproof. Knows nothing of the editor. */

import { execFile } from "node:child_process";
import type { Command } from "./command";
import type { Environment } from "./executable";

export type Strategy = "useBundled" | "fromEnvironment";

/** A Python as it described itself, or what keeps it from running nanproof. */
export type Asked =
  | { readonly executable: string; readonly isBundled: boolean; readonly version: string }
  | { readonly unfit: string; readonly tooOld: boolean };

const OLDEST: readonly [number, number] = [3, 10];
const PATIENCE_MS = 20_000;

/** The options under which Python sees nothing but itself and, of the script, what that adds. */
export function options(strategy: Strategy, hasBundle: boolean): readonly string[] {
  return strategy === "useBundled" && hasBundle ? ["-I", "-S"] : [];
}

/** Runs the start script without arguments, which describes the Python that runs it. */
export async function ask(python: Command, script: readonly string[], cwd: string, env: Environment): Promise<Asked> {
  const output = await run(python.program, [...python.args, ...script], cwd, env);
  if ("failure" in output) {
    return { unfit: `it could not be asked (${output.failure})`, tooOld: false };
  }
  return described(output.text);
}

/** What the script printed, read: a shim may print something of its own above. */
export function described(text: string): Asked {
  const told = read(text.trim().split("\n").at(-1) ?? "");
  if (told === undefined) {
    return { unfit: "it did not say what it is", tooOld: false };
  }
  const [major, minor] = told.version;
  const version = told.version.join(".");
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    return { unfit: `it is Python ${version}`, tooOld: true };
  }
  if (told.problem !== null) {
    return { unfit: `it is Python ${version}, and what nanproof needs does not run there: ${told.problem}`, tooOld: false };
  }
  return { executable: told.executable, isBundled: told.isBundled, version };
}

interface Told {
  readonly version: readonly [number, number, number];
  readonly executable: string;
  readonly isBundled: boolean;
  readonly problem: string | null;
}

/** What a line of the script says; none where something else printed it. */
function read(line: string): Told | undefined {
  try {
    const told = JSON.parse(line) as Partial<Told> | null;
    return Array.isArray(told?.version) ? (told as Told) : undefined;
  } catch {
    return undefined;
  }
}

function run(program: string, args: readonly string[], cwd: string, env: Environment): Promise<{ text: string } | { failure: string }> {
  return new Promise((resolve) => {
    const settings = { cwd, env: { ...env }, timeout: PATIENCE_MS, windowsHide: true, encoding: "utf8" } as const;
    execFile(program, [...args], settings, (error, stdout, stderr) => {
      if (error === null) {
        resolve({ text: stdout });
      } else {
        const last = stderr.trim().split("\n").at(-1);
        resolve({ failure: last === undefined || last === "" ? error.message.split("\n")[0] ?? "" : last });
      }
    });
  });
}
