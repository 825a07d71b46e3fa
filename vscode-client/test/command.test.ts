import assert from "node:assert/strict";
import { test } from "node:test";
import { serverCommand, type Variables } from "../src/command";

const VARIABLES: Variables = { workspaceFolder: "/w/my project", userHome: "/home/ada", env: { TOOLS: "/opt/tools" } };

function command(setting: unknown, variables = VARIABLES): readonly string[] {
  const result = serverCommand(setting, variables);
  assert.ok("value" in result, "problem" in result ? result.problem : "");
  return [result.value.program, ...result.value.args];
}

function problem(setting: unknown, variables = VARIABLES): string {
  const result = serverCommand(setting, variables);
  assert.ok("problem" in result);
  return result.problem;
}

test("an empty setting means nanproof from PATH", () => {
  for (const empty of [undefined, null, "", "  ", [], [""]]) {
    assert.deepEqual(command(empty), ["nanproof", "server"]);
  }
});

test("a string is one path, spaces and all", () => {
  assert.deepEqual(command("/opt/my tools/nanproof"), ["/opt/my tools/nanproof", "server"]);
});

test("a list is a program with its first arguments", () => {
  assert.deepEqual(command(["python", "-m", "nanproof"]), ["python", "-m", "nanproof", "server"]);
});

test("variables are replaced, several in a word", () => {
  assert.deepEqual(command("${workspaceFolder}/.venv/bin/nanproof"), ["/w/my project/.venv/bin/nanproof", "server"]);
  assert.deepEqual(command(["${userHome}/bin/py", "${env:TOOLS}:${env:TOOLS}"]), ["/home/ada/bin/py", "/opt/tools:/opt/tools", "server"]);
});

test("a value is not searched for variables again", () => {
  assert.deepEqual(command("${env:A}", { ...VARIABLES, env: { A: "${userHome}" } }), ["${userHome}", "server"]);
});

test("an environment variable that is not set is empty", () => {
  assert.deepEqual(command("${env:NONE}/bin/nanproof"), ["/bin/nanproof", "server"]);
});

test("an unknown variable is a problem that names it and those that are known", () => {
  assert.match(problem("${interpreter}"), /\$\{interpreter\}.*\$\{workspaceFolder\}.*\$\{env:NAME\}/);
});

test("a workspace folder is asked for where none is open", () => {
  assert.match(problem("${workspaceFolder}/x", { ...VARIABLES, workspaceFolder: undefined }), /no folder is open/);
});

test("a setting of another type is a problem", () => {
  for (const wrong of [7, true, {}, ["python", 3]]) {
    assert.match(problem(wrong), /must be a path or a list of strings/);
  }
});
