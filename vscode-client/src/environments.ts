/** The Python that is chosen for the workspace in Microsoft's Python extensions, if one of them is there. */

import { Disposable, extensions, workspace, type Event, type Uri } from "vscode";

/** What is used of `ms-python.vscode-python-envs`. */
interface Environments {
  getEnvironment(scope: Uri | undefined): Promise<{ execInfo?: { run?: { executable?: string } } } | undefined>;
  readonly onDidChangeEnvironment: Event<unknown>;
}

/** What is used of `ms-python.python`. */
interface Python {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<{ executable: { uri?: Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

// They look for all Pythons of the machine first; meanwhile one from PATH does.
const PATIENCE_MS = 2_000;

/** The path of the chosen Python, if it is known soon. */
export async function chosenPython(): Promise<string | undefined> {
  return soon(asked());
}

/** Calls `changed` whenever another Python is chosen, or one becomes known. */
export function onDidChangePython(changed: () => void): Disposable {
  const subscriptions: Disposable[] = [];
  void listen((event) => subscriptions.push(event(changed))).then((heard) => {
    if (heard) {
      changed();
    }
  });
  return new Disposable(() => {
    Disposable.from(...subscriptions).dispose();
  });
}

async function asked(): Promise<string | undefined> {
  const scope = workspace.workspaceFolders?.[0]?.uri;
  try {
    const newer = await api<Environments>("ms-python.vscode-python-envs", "getEnvironment");
    const executable = (await newer?.getEnvironment(scope))?.execInfo?.run?.executable;
    if (executable !== undefined) {
      return executable;
    }
    const older = (await api<Python>("ms-python.python", "environments"))?.environments;
    const resolved = await older?.resolveEnvironment(older.getActiveEnvironmentPath(scope));
    return resolved?.executable.uri?.fsPath;
  } catch {
    return undefined; // theirs to tell
  }
}

async function listen(subscribe: (event: Event<unknown>) => void): Promise<boolean> {
  const events = [
    (await api<Environments>("ms-python.vscode-python-envs", "getEnvironment"))?.onDidChangeEnvironment,
    (await api<Python>("ms-python.python", "environments"))?.environments.onDidChangeActiveEnvironmentPath,
  ].filter((event) => event !== undefined);
  events.forEach(subscribe);
  return events.length > 0;
}

/** What an extension offers to others, if it is there and offers what is used of it. */
async function api<T extends object>(id: string, used: keyof T): Promise<T | undefined> {
  try {
    const offered = await extensions.getExtension<T | null | undefined>(id)?.activate();
    return offered !== undefined && offered !== null && used in offered ? offered : undefined;
  } catch {
    return undefined;
  }
}

function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))]);
}
