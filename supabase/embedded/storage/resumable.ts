import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { Server, type ServerOptions } from "@tus/server";
import type { Caller } from "./caller";
import type { StorageContext } from "./context";
import { DRAFT_ID, type Draft, Drafts } from "./drafts";
import { faults, type StorageFault, toFault } from "./errors";
import { drain } from "./intake";
import { PREFIX } from "./request";
import { ResumableAccess } from "./resumable-access";
import { finishDraft } from "./resumable-finish";

type Permit = { draft: Draft; caller: Caller };
type TusRequest = Parameters<NonNullable<ServerOptions["namingFunction"]>>[0];

const PATH = `${PREFIX}/upload/resumable`;
const SWEEP_MILLISECONDS = 60 * 60 * 1000;

/** What a tus client asks for with OPTIONS. */
export const TUS_CAPABILITIES = {
  "tus-resumable": "1.0.0",
  "tus-version": "1.0.0",
  "tus-extension": "creation,creation-with-upload,creation-defer-length,termination,expiration",
};

/** Resumable uploads: who may is decided here, the protocol is @tus/server's. */
export class ResumableUploads {
  readonly #drafts: Drafts;
  readonly #tus: Server;
  readonly #access: ResumableAccess;
  readonly #permits = new WeakMap<IncomingMessage, Permit>();
  readonly #finishing = new Map<string, Promise<void>>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(
    readonly context: StorageContext,
    folder: string,
  ) {
    const directory = join(folder, "resumable");
    this.#drafts = new Drafts(directory);
    this.#access = new ResumableAccess(context, this.#drafts);
    this.#tus = new Server({
      ...this.#hooks(),
      path: PATH,
      datastore: new FileStore({ directory }),
    } as never);
    this.#sweeper = setInterval(() => void this.sweep(), SWEEP_MILLISECONDS);
    this.#sweeper.unref();
  }

  async handle(req: IncomingMessage, res: ServerResponse, segments: string[]): Promise<void> {
    try {
      const permit = await this.#admit(req, segments);
      const { draft } = permit;
      if (req.method === "HEAD") {
        await this.#finishIfComplete(permit);
        const { finishedSize } = (await this.#drafts.find(draft.id)) ?? draft;
        if (finishedSize !== undefined) return answerFinished(res, finishedSize);
      }
      this.#permits.set(req, permit);
      await this.#tus.handle(req, res);
      if (req.method === "DELETE" && res.statusCode === 204) await this.#drafts.remove(draft.id);
    } catch (error) {
      sendTusFault(req, res, toFault(error));
    }
  }

  async sweep(): Promise<void> {
    await this.#drafts.removeExpired();
  }

  close(): void {
    clearInterval(this.#sweeper);
  }

  async #admit(req: IncomingMessage, segments: string[]): Promise<Permit> {
    const signed = segments[0] === "sign";
    const [id, ...rest] = signed ? segments.slice(1) : segments;
    if (rest.length > 0) throw faults.noSuchUpload();
    if (req.method === "POST" && !id) return await this.#access.begin(req, signed);
    if (!["HEAD", "PATCH", "DELETE"].includes(req.method ?? "") || !id) throw faults.noSuchRoute();
    return await this.#access.resume(req, id, signed);
  }

  #hooks(): Omit<ServerOptions, "path" | "locker"> {
    return {
      namingFunction: (req) => this.#permitOf(req).draft.id,
      getFileIdFromRequest: (_req, last) => (last && DRAFT_ID.test(last) ? last : undefined),
      // Relative, so that it holds behind any proxy.
      generateUrl: (req, { path, id }) => `${path}${this.#permitOf(req).draft.signed ? "/sign" : ""}/${id}`,
      maxSize: (req) => this.#permitOf(req).draft.sizeLimit ?? Number.MAX_SAFE_INTEGER,
      onUploadFinish: async (req, upload) => {
        await this.#finish(this.#permitOf(req), upload.offset);
        return { headers: { "Tus-Complete": "1" } };
      },
      onResponseError: (_req, error) => describeError(error),
    };
  }

  #permitOf(req: TusRequest): Permit {
    const node = req.runtime?.node?.req as IncomingMessage | undefined;
    const permit = node && this.#permits.get(node);
    if (!permit) throw faults.internal();
    return permit;
  }

  /** All bytes may have arrived just before the process died; asking for the offset then completes the upload. */
  async #finishIfComplete(permit: Permit): Promise<void> {
    const { id, finishedSize } = permit.draft;
    if (finishedSize !== undefined) return;
    const upload = await this.#tus.datastore.getUpload(id).catch(() => null);
    if (upload && upload.size !== undefined && upload.offset === upload.size)
      await this.#finish(permit, upload.size);
  }

  /** Once per upload, however many requests find it complete. */
  #finish({ draft, caller }: Permit, size: number): Promise<void> {
    const running = this.#finishing.get(draft.id);
    if (running) return running;
    const finishing = finishDraft(this.context, this.#drafts, draft, caller, size).finally(() =>
      this.#finishing.delete(draft.id),
    );
    this.#finishing.set(draft.id, finishing);
    return finishing;
  }
}

function answerFinished(res: ServerResponse, size: number): void {
  const headers = {
    ...TUS_CAPABILITIES,
    "upload-offset": size,
    "upload-length": size,
    "cache-control": "no-store",
  };
  res.writeHead(200, headers).end();
}

/** tus clients read the HTTP status and show the body's text. */
function sendTusFault(req: IncomingMessage, res: ServerResponse, fault: StorageFault): void {
  if (res.headersSent) return void res.destroy();
  const { status_code, body } = describeError(fault);
  drain(req);
  res.writeHead(status_code, {
    ...TUS_CAPABILITIES,
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

function describeError(error: Error | { status_code: number; body: string }) {
  if (!(error instanceof Error) || "status_code" in error)
    return error as { status_code: number; body: string };
  const fault = toFault(error);
  return { status_code: fault.statusCode, body: fault.message };
}
