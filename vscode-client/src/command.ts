/** From a setting such as `nanproof.path` to the command that starts the server. Knows nothing of the editor. */

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** What the variables of a setting stand for. */
export interface Variables {
  readonly workspaceFolder: string | undefined;
  readonly userHome: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The settings that name a program. */
export type Setting = "path" | "interpreter";

/** A sentence that says what is wrong and what to do: in which setting, and whether a Python is missing. */
export interface Problem {
  readonly problem: string;
  readonly about?: Setting;
  readonly missesPython?: boolean;
}

/** Either a value, or what is wrong. */
export type Result<T> = { readonly value: T } | Problem;

const DEFAULT_PROGRAM = "nanproof";
const SUBCOMMAND = "server";
const EXAMPLES: Readonly<Record<Setting, string>> = {
  path: '["python", "-m", "nanproof"]',
  interpreter: '["/usr/bin/python3"]',
};

/** The command for a value of `nanproof.path`, which may be of any type: people write settings by hand. */
export function serverCommand(setting: unknown, variables: Variables): Result<Command> {
  const configured = configuredCommand("path", setting, variables);
  if ("problem" in configured) {
    return configured;
  }
  const { program, args } = configured.value;
  return { value: { program: program === "" ? DEFAULT_PROGRAM : program, args: [...(program === "" ? [] : args), SUBCOMMAND] } };
}

/** The program that a setting names, with its first arguments; an empty name where it names none. */
export function configuredCommand(name: Setting, setting: unknown, variables: Variables): Result<Command> {
  const words = commandWords(setting);
  if (words === undefined) {
    return { problem: `The setting nanproof.${name} must be a path or a list of strings, such as ${EXAMPLES[name]}.` };
  }
  const replaced: string[] = [];
  for (const word of words) {
    const result = substitute(name, word, variables);
    if ("problem" in result) {
      return result;
    }
    replaced.push(result.value);
  }
  const [program, ...args] = replaced;
  return { value: { program: program ?? "", args } };
}

function commandWords(setting: unknown): readonly string[] | undefined {
  if (setting === undefined || setting === null) {
    return [];
  }
  if (typeof setting === "string") {
    return [setting.trim()];
  }
  if (Array.isArray(setting) && setting.every((word) => typeof word === "string")) {
    return setting;
  }
  return undefined;
}

function substitute(setting: Setting, text: string, variables: Variables): Result<string> {
  let problem: string | undefined;
  const value = text.replace(/\$\{([^}]*)\}/g, (whole, name: string) => {
    if (name === "workspaceFolder" && variables.workspaceFolder === undefined) {
      problem ??= `The setting nanproof.${setting} uses \${workspaceFolder}, but no folder is open: open one, or write the path out.`;
      return whole;
    }
    const replacement = valueOf(name, variables);
    if (replacement === undefined) {
      problem ??= `The setting nanproof.${setting} uses ${whole}, which is not known: use \${workspaceFolder}, \${userHome} or \${env:NAME}.`;
      return whole;
    }
    return replacement;
  });
  return problem === undefined ? { value } : { problem };
}

function valueOf(name: string, variables: Variables): string | undefined {
  if (name === "workspaceFolder") {
    return variables.workspaceFolder;
  }
  if (name === "userHome") {
    return variables.userHome;
  }
  if (name.startsWith("env:")) {
    return variables.env[name.slice("env:".length)] ?? "";
  }
  return undefined;
}
