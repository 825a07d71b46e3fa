/** One nanproof server: started, stopped, and started again, one step after the other. */

import fs from "node:fs";
import { commands, Uri, type ExtensionContext, type LogOutputChannel } from "vscode";
import {
  CloseAction,
  DidChangeConfigurationNotification,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import type { Result } from "./command";
import { chosenPython } from "./environments";
import type { Launch } from "./launch";
import type { Report, Told } from "./notice";
import { resolve } from "./resolution";
import { SELECTOR } from "./selector";
import { initializationOptions, isEnabled, setForServer, surroundings, wishes } from "./settings";
import type { Status } from "./status";
import { runCommand } from "./terminalCommand";

const ID = "nanproof";
const NOT_RUNNING = "nanproof does not run. The log says why (nanproof: Show Log).";
const RESTARTS = 3;
const RESTART_WINDOW_MS = 3 * 60 * 1000;

export class Server {
  private client: LanguageClient | undefined;
  private launched: string | undefined;
  private launch: Launch | undefined;
  private step: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: LogOutputChannel,
    private readonly tell: Report,
    private readonly status: Status,
    private readonly context: ExtensionContext,
  ) {}

  /** Starts the server, or starts another one where the settings now ask for it. */
  update(): Promise<void> {
    return this.next(() => this.updateNow());
  }

  restart(): Promise<void> {
    return this.next(async () => {
      await this.stopNow();
      await this.updateNow();
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.stopNow());
  }

  /** What a bug report should say of it: how it was started, and what it says itself. */
  async described(): Promise<string> {
    const said = this.client?.isRunning() === true ? String(await commands.executeCommand("nanproof.debugInfo")) : "The server does not run.";
    return `started with: ${this.launched ?? "nothing"}\n${said}`;
  }

  /** Has the server run a command of its own; without a value where somebody cancelled that. */
  async ask(command: string, argument: unknown): Promise<Result<unknown>> {
    await this.step;
    const client = this.client;
    if (client?.isRunning() !== true) {
      return { problem: NOT_RUNNING };
    }
    if (client.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) !== true) {
      const version = client.initializeResult?.serverInfo?.version ?? "of another version";
      return { problem: `nanproof ${version}, which runs here, cannot do that yet: upgrade it, or clear the setting nanproof.path.` };
    }
    try {
      const value: unknown = await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
      return { value };
    } catch (error) {
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) {
        return { value: undefined };
      }
      this.log.error(error instanceof Error ? error : String(error));
      return { problem: `nanproof could not find that out: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** Runs a command as the terminal does, with the nanproof that the server is; returns what it says last. */
  async run(words: readonly string[], stop: AbortSignal): Promise<Result<string>> {
    await this.step;
    return this.launch === undefined ? { problem: NOT_RUNNING } : runCommand(this.launch, words, stop);
  }

  /** A start must not overtake a stop: settings may change several times in a second. */
  private next(action: () => Promise<void>): Promise<void> {
    this.step = this.step.then(action);
    return this.step;
  }

  private async updateNow(): Promise<void> {
    if (!isEnabled()) {
      await this.stopNow();
      this.status.off();
      return;
    }
    const resolved = await this.resolved();
    if ("problem" in resolved) {
      await this.stopNow();
      this.report(resolved);
      return;
    }
    const { program, args, cwd } = resolved.value;
    const options = initializationOptions(this.context);
    const words = [program, ...args].join(" ");
    const wanted = `${words} ${JSON.stringify(options)}`;
    if (this.client?.isRunning() === true && this.launched === wanted) {
      return;
    }
    await this.stopNow();
    this.log.info(`Starting ${words} in ${cwd}`);
    this.status.starting();
    const client = this.newClient(resolved.value, options);
    this.client = client;
    this.launched = wanted;
    this.launch = resolved.value;
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      this.log.error(error instanceof Error ? error : String(error));
      this.report({ problem: `nanproof did not start: "${words}" ended before it answered. The log says why.`, mayRestart: true });
    }
  }

  private async resolved(): Promise<Result<Launch>> {
    const storage = this.context.globalStorageUri.fsPath;
    try {
      fs.mkdirSync(storage, { recursive: true });
    } catch (error) {
      return { problem: `nanproof did not start: it has no folder to run in. ${String(error)}` };
    }
    return resolve(wishes(await chosenPython(), this.context), surroundings(storage), (sentence) => this.log.info(sentence));
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.launched = undefined;
    this.launch = undefined;
    if (client === undefined) {
      return;
    }
    try {
      await client.dispose();
    } catch (error) {
      // A server that crashed meanwhile cannot be stopped any more: nothing for the user to do.
      this.log.warn(`The server was gone before it could be stopped: ${String(error)}`);
    }
  }

  private report(told: Told): void {
    this.status.failed(told.problem);
    this.tell(told);
  }

  private newClient({ program, args, cwd, env }: Launch, initialization: Readonly<Record<string, unknown>>): LanguageClient {
    let started = false;
    const options: LanguageClientOptions = {
      documentSelector: [...SELECTOR],
      // Without it, VS Code asks for diagnostics once, when a file is opened.
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationOptions: initialization,
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      middleware: {
        workspace: {
          configuration: ({ items }) =>
            items.map(({ scopeUri }) => setForServer(scopeUri === undefined ? undefined : Uri.parse(scopeUri), this.context)),
          didChangeConfiguration: () =>
            client.sendNotification(DidChangeConfigurationNotification.type, {
              settings: { [ID]: setForServer(undefined, this.context) },
            }),
        },
      },
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= RESTARTS ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: this.closedHandler(() => started),
      },
    };
    const server = { command: program, args: [...args], options: { cwd, env: { ...env } } };
    const client = new QuietClient(ID, "nanproof", server, options);
    client.onDidChangeState(() => {
      const running = client.isRunning();
      started ||= running;
      void commands.executeCommand("setContext", "nanproof.running", running);
      if (running) {
        this.status.running(client.initializeResult?.serverInfo?.version ?? "", program);
      }
    });
    return client;
  }

  /** A server that worked is started again a few times; one that never did is not. */
  private closedHandler(started: () => boolean): () => CloseHandlerResult {
    const closings: number[] = [];
    return () => {
      if (!started()) {
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      const now = Date.now();
      closings.push(now);
      if (closings.filter((time) => now - time < RESTART_WINDOW_MS).length <= RESTARTS) {
        this.status.starting();
        return { action: CloseAction.Restart, handled: true };
      }
      this.report({ problem: `The nanproof server ended ${RESTARTS + 1} times within 3 minutes and stays off. Close the file that it looked at last, restart it, and report what the log says.`, mayRestart: true });
      return { action: CloseAction.DoNotRestart, handled: true };
    };
  }
}

/** Writes its errors to the log only: what the user must know is told in one place, by `Report`. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
