/** Runs a command of nanproof's terminal, with the program that the server was started with. Knows nothing of the editor. */

import { execFile } from "node:child_process";
import type { Result } from "./command";
import type { Launch } from "./launch";

const FAILED = 2;
const MOST_OUTPUT = 50_000_000;

/** The last line that nanproof says on standard error, which tells what was done; or why it could not be. */
export function runCommand({ program, args, cwd, env }: Launch, words: readonly string[], stop: AbortSignal): Promise<Result<string>> {
  // The last argument is the server's own.
  const given = [...args.slice(0, -1), ...words];
  const options = { cwd, env: { ...env }, signal: stop, windowsHide: true, maxBuffer: MOST_OUTPUT, encoding: "utf8" } as const;
  return new Promise((resolve) => {
    execFile(program, given, options, (error, _output, said) => {
      const last = said.trim().split(/\r?\n/).at(-1) ?? "";
      const hasFailed = error !== null && (typeof error.code !== "number" || error.code >= FAILED);
      resolve(hasFailed ? { problem: last === "" ? error.message : last } : { value: last });
    });
  });
}
