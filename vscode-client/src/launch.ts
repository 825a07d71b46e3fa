/** How the server is started: which program, in which folder, in which environment. Knows nothing of the editor. */

import path from "node:path";
import { serverCommand, type Command, type Result, type Setting } from "./command";
import { findExecutable, isPath, listedFolders, listSeparator, pathVariable, type Environment } from "./executable";
import { leadsInto } from "./inside";

/** What decides it, beside the setting. */
export interface Surroundings {
  /** The folders of the workspace that are on disk, the first one first. */
  readonly workspaceFolders: readonly string[];
  /** Whether the user trusts what lies in them. */
  readonly trusted: boolean;
  /** A folder of the extension's own, outside of any project. */
  readonly storage: string;
  readonly userHome: string;
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
}

export interface Launch extends Command {
  readonly cwd: string;
  readonly env: Environment;
}

/**
 * What to start for a value of `nanproof.path`, or a sentence that says why nothing is.
 *
 * It never runs in the workspace: `python -m` would look for modules there first, and run the project's `re.py`.
 */
export function launch(setting: unknown, surroundings: Surroundings): Result<Launch> {
  const { workspaceFolders, userHome, env, storage } = surroundings;
  const start = workspaceFolders[0];
  const configured = serverCommand(setting, { workspaceFolder: start, userHome, env });
  if ("problem" in configured) {
    return configured;
  }
  const command = located("path", configured.value, surroundings);
  return "problem" in command ? command : { value: { ...command.value, cwd: storage, env: serverEnvironment(surroundings) } };
}

/** The file that is to be started for a command of a setting's, unless nothing may be. */
export function located(setting: Setting, { program, args }: Command, surroundings: Surroundings): Result<Command> {
  const { workspaceFolders, env, platform } = surroundings;
  const start = workspaceFolders[0];
  const problem = (text: string): Result<Command> => ({ problem: `nanproof did not start: ${text}`, about: setting });
  if (start === undefined && isPath(program, platform) && !path.isAbsolute(program)) {
    return problem(`no folder is open in which ${program} could lie. Write the whole path in the setting nanproof.${setting}.`);
  }
  const found = findExecutable(program, { start, env, platform, refuses: (file) => isRefused(file, surroundings) });
  if (found.file === undefined) {
    return problem(found.refused === undefined ? missing(setting, program, platform) : mayNot(setting, found.refused));
  }
  const refused = args.find((word) => namesRefused(word, surroundings));
  return refused === undefined ? { value: { program: found.file, args } } : problem(mayNot(setting, refused));
}

/** The editor's environment, without what would let a Python program look for its modules in the workspace. */
export function serverEnvironment(surroundings: Surroundings): Environment {
  const { env, platform, workspaceFolders } = surroundings;
  const list = (name: string, keeps: (folder: string) => boolean): Environment => {
    const folders = listedFolders(env[name], platform).filter(keeps);
    // Python reads an empty list as the working folder.
    return { [name]: folders.length === 0 ? undefined : folders.join(listSeparator(platform)) };
  };
  return {
    ...env,
    ...list(pathVariable(env, platform), (folder) => !isRefused(folder, surroundings)),
    ...list("PYTHONPATH", (folder) => !leadsInto(folder, workspaceFolders)),
    PYTHONSAFEPATH: "1",
  };
}

/** Whether nothing of this file may be started: it lies in a workspace that is not trusted, or is reached through it. */
export function isRefused(file: string, { trusted, workspaceFolders }: Surroundings): boolean {
  return !trusted && leadsInto(file, workspaceFolders);
}

/** The same of an argument such as `tools/start.py` or `--site=/w/project`. */
function namesRefused(word: string, surroundings: Surroundings): boolean {
  const { trusted, workspaceFolders, storage, platform } = surroundings;
  if (trusted) {
    return false;
  }
  const parts = [word, word.slice(word.indexOf("=") + 1)].filter((part) => isPath(part, platform));
  return (
    workspaceFolders.some((folder) => word.includes(folder)) ||
    parts.some((part) => isRefused(path.resolve(storage, part), surroundings))
  );
}

function missing(setting: Setting, program: string, platform: NodeJS.Platform): string {
  return isPath(program, platform) || setting !== "path"
    ? `there is no program ${program}. Correct the setting nanproof.${setting}.`
    : `there is no "${program}" on PATH. Install it with "pip install nanproof", or say in the setting nanproof.path where it is.`;
}

function mayNot(setting: Setting, what: string): string {
  return `${untrusted(what)}. Trust the workspace, or name a program outside of it in your user setting nanproof.${setting}.`;
}

export function untrusted(what: string): string {
  return `${what} leads into this workspace, which is not trusted`;
}
