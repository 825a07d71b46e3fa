/** Finds a program as the operating system would, so that a missing one is told before it is started. */

import fs from "node:fs";
import path from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Search {
  /** The folder where a relative path starts; without one, there is no such file. */
  readonly start: string | undefined;
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  /** The programs that must not be started. */
  readonly refuses: (file: string) => boolean;
}

export interface Found {
  /** The file to start. */
  readonly file?: string;
  /** The first that would have been, but must not. */
  readonly refused?: string;
}

/** The file that `program` names: itself when it is a path, else the first of that name on PATH that may be started. */
export function findExecutable(program: string, search: Search): Found {
  const candidates = isPath(program, search.platform) ? named(program, search.start) : onPath(program, search);
  let refused: string | undefined;
  for (const candidate of candidates) {
    for (const file of withExtensions(candidate, search)) {
      if (!isExecutable(file)) {
        continue;
      }
      if (!search.refuses(file)) {
        return { file };
      }
      refused ??= file;
    }
  }
  return refused === undefined ? {} : { refused };
}

/** Whether `program` says where it is, and is not to be looked up on PATH. */
export function isPath(program: string, platform: NodeJS.Platform): boolean {
  return program.includes("/") || (platform === "win32" && program.includes("\\"));
}

/** The folders that a variable such as PATH lists. A relative one would be another one in every folder: it is left out. */
export function listedFolders(value: string | undefined, platform: NodeJS.Platform): readonly string[] {
  const paths = platform === "win32" ? path.win32 : path.posix;
  return (value ?? "").split(listSeparator(platform)).filter((folder) => paths.isAbsolute(folder));
}

export function listSeparator(platform: NodeJS.Platform): string {
  return platform === "win32" ? ";" : ":";
}

/** The name under which an environment has PATH: Windows spells it "Path". */
export function pathVariable(env: Environment, platform: NodeJS.Platform): string {
  return Object.keys(env).find((name) => (platform === "win32" ? name.toUpperCase() : name) === "PATH") ?? "PATH";
}

function named(program: string, start: string | undefined): readonly string[] {
  if (path.isAbsolute(program)) {
    return [path.resolve(program)];
  }
  return start === undefined ? [] : [path.resolve(start, program)];
}

function onPath(program: string, { env, platform }: Search): readonly string[] {
  return listedFolders(env[pathVariable(env, platform)], platform).map((folder) => path.join(folder, program));
}

function withExtensions(file: string, { env, platform }: Search): readonly string[] {
  if (platform !== "win32") {
    return [file];
  }
  // Node starts .exe and .com without a shell, and no others.
  const extensions = (env["PATHEXT"] ?? ".COM;.EXE").toLowerCase().split(";");
  return [file, ...extensions.filter((end) => end === ".exe" || end === ".com").map((end) => file + end)];
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
