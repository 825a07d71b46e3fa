import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "../src/command";
import { runCommand } from "../src/terminalCommand";

/** Runs Node in the place of nanproof, with `server` at the end as the language server is started. */
function run(script: string, words: readonly string[] = [], stop = new AbortController().signal): Promise<Result<string>> {
  return runCommand({ program: process.execPath, args: ["-e", script, "--", "server"], cwd: process.cwd(), env: process.env }, words, stop);
}

test("the command stands where the server's stood, and what it says last is the answer", async () => {
  const said = await run("console.error('first'); console.error(process.argv.slice(1).join(' '))", ["check", "a b"]);
  assert.deepEqual(said, { value: "check a b" });
});

test("that something was found is no failure; that nothing could be done is one", async () => {
  assert.deepEqual(await run("console.error('wrote 3'); process.exitCode = 1"), { value: "wrote 3" });
  assert.deepEqual(await run("console.error('no such folder'); process.exitCode = 2"), { problem: "no such folder" });
});

test("a program that is not there is a problem, and one that is stopped too", async () => {
  const missing = { program: "/nowhere/nanproof", args: ["server"], cwd: process.cwd(), env: {} };
  assert.ok("problem" in (await runCommand(missing, ["check"], new AbortController().signal)));
  const stop = new AbortController();
  const running = run("setTimeout(() => {}, 60_000)", [], stop.signal);
  stop.abort();
  assert.ok("problem" in (await running));
});
