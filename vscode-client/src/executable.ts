/** Finds a program as the operating system would, so that a missing one is told before it is started. */

import fs from "node:fs";
import path from "node:path";

export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** The file that `program` names: itself when it is a path, else the first of that name on PATH. */
export function findExecutable(program: string, surroundings: Surroundings): string | undefined {
  const names = withExtensions(program, surroundings);
  const folders = isPath(program, surroundings.platform) ? [""] : searchPath(surroundings);
  for (const folder of folders) {
    for (const name of names) {
      const candidate = path.resolve(surroundings.cwd, folder, name);
      if (isExecutable(candidate)) {
        return candidate;
      }
    }
  }
  return undefined;
}

/** Whether `program` says where it is, and is not to be looked up on PATH. */
export function isPath(program: string, platform: NodeJS.Platform): boolean {
  return program.includes("/") || (platform === "win32" && program.includes("\\"));
}

function searchPath({ env, platform }: Surroundings): readonly string[] {
  // Windows spells it "Path".
  const key = Object.keys(env).find((name) => (platform === "win32" ? name.toUpperCase() : name) === "PATH");
  const value = key === undefined ? "" : (env[key] ?? "");
  return value.split(platform === "win32" ? ";" : ":").filter((folder) => folder !== "");
}

function withExtensions(program: string, { env, platform }: Surroundings): readonly string[] {
  if (platform !== "win32") {
    return [program];
  }
  // Node starts .exe and .com without a shell, and no others.
  const extensions = (env["PATHEXT"] ?? ".COM;.EXE").toLowerCase().split(";");
  return [program, ...extensions.filter((end) => end === ".exe" || end === ".com").map((end) => program + end)];
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
