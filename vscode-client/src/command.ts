/** From the setting `nanproof.path` to the command that starts the server. Knows nothing of the editor. */

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

/** Either a value, or a sentence that says what is wrong and what to do. */
export type Result<T> = { readonly value: T } | { readonly problem: string };

const DEFAULT_PROGRAM = "nanproof";
const SUBCOMMAND = "server";

/** The command for a value of `nanproof.path`, which may be of any type: people write settings by hand. */
export function serverCommand(setting: unknown, variables: Variables): Result<Command> {
  const words = commandWords(setting);
  if (words === undefined) {
    return { problem: 'The setting nanproof.path must be a path or a list of strings, such as ["python", "-m", "nanproof"].' };
  }
  const replaced: string[] = [];
  for (const word of words) {
    const result = substitute(word, variables);
    if ("problem" in result) {
      return result;
    }
    replaced.push(result.value);
  }
  const [program, ...args] = replaced;
  if (program === undefined || program === "") {
    return { value: { program: DEFAULT_PROGRAM, args: [SUBCOMMAND] } };
  }
  return { value: { program, args: [...args, SUBCOMMAND] } };
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

function substitute(text: string, variables: Variables): Result<string> {
  let problem: string | undefined;
  const value = text.replace(/\$\{([^}]*)\}/g, (whole, name: string) => {
    if (name === "workspaceFolder" && variables.workspaceFolder === undefined) {
      problem ??= "The setting nanproof.path uses ${workspaceFolder}, but no folder is open: open one, or write the path out.";
      return whole;
    }
    const replacement = valueOf(name, variables);
    if (replacement === undefined) {
      problem ??= `The setting nanproof.path uses ${whole}, which is not known: use \${workspaceFolder}, \${userHome} or \${env:NAME}.`;
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
