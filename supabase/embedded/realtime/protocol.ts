// Phoenix frames as realtime-js writes and reads them: objects in 1.0.0, arrays and binary broadcasts in 2.0.0.

export type Version = "1.0.0" | "2.0.0";

export type Broadcast = {
  event: string;
  encoding: "json" | "binary";
  body: Buffer;
  /** The whole payload as a sender of text frames wrote it; receivers then get a text frame too. */
  text?: string;
  meta?: { id: string; replayed?: boolean };
};

export type Frame = {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: Record<string, unknown>;
  broadcast?: Broadcast & { persist?: unknown };
};

const USER_BROADCAST_PUSH = 3;
const USER_BROADCAST = 4;
const JSON_ENCODING = 1;
const MAX_HEADER_FIELD = 255;

export class MalformedFrame extends Error {}

export function isVersion(text: string): text is Version {
  return text === "1.0.0" || text === "2.0.0";
}

export function decodeFrame(version: Version, data: Buffer, isBinary: boolean): Frame {
  if (isBinary) return decodeBinary(data);
  const parsed = parseJson(data.toString("utf8"));
  const [joinRef, ref, topic, event, payload] =
    version === "2.0.0" && Array.isArray(parsed) ? parsed : fieldsOf(parsed);
  if (typeof topic !== "string" || typeof event !== "string")
    throw new MalformedFrame("topic or event missing");
  return { joinRef: refOf(joinRef), ref: refOf(ref), topic, event, payload: objectOf(payload) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedFrame("not JSON");
  }
}

function fieldsOf(value: unknown): unknown[] {
  const { join_ref, ref, topic, event, payload } = objectOf(value);
  return [join_ref, ref, topic, event, payload];
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function refOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number"
    ? String(value).slice(0, MAX_HEADER_FIELD)
    : null;
}

function decodeBinary(data: Buffer): Frame {
  const HEADER = 7;
  if (data.length < HEADER || data[0] !== USER_BROADCAST_PUSH)
    throw new MalformedFrame("unknown binary frame");
  let offset = HEADER;
  const take = (length: number) => {
    offset += length;
    return data.toString("utf8", offset - length, offset);
  };
  const lengths = [...data.subarray(1, 6)];
  if (HEADER + lengths.reduce((sum, length) => sum + length, 0) > data.length) {
    throw new MalformedFrame("shorter than its header says");
  }
  const [joinRef = "", ref = "", topic = "", event = "", metadata = ""] = lengths.map(take);
  const encoding = data[6] === JSON_ENCODING ? "json" : "binary";
  const body = data.subarray(offset);
  if (encoding === "json") parseJson(body.toString("utf8"));
  const { persist } = metadata ? objectOf(parseJson(metadata)) : {};
  const payload = {};
  return { joinRef, ref, topic, event: "broadcast", payload, broadcast: { event, encoding, body, persist } };
}

/** A frame whose payload is JSON already, so that one record is serialised once for all its receivers. */
export function encodeFrame(
  version: Version,
  frame: { joinRef: string | null; ref?: string | null; topic: string; event: string },
  payloadJson: string,
): string {
  const { joinRef, ref = null, topic, event } = frame;
  if (version === "2.0.0") {
    return `${JSON.stringify([joinRef, ref, topic, event]).slice(0, -1)},${payloadJson}]`;
  }
  return `${JSON.stringify({ topic, event, ref, join_ref: joinRef }).slice(0, -1)},"payload":${payloadJson}}`;
}

/** Null where a protocol cannot carry the message: bytes to a client of 1.0.0. */
export function encodeBroadcast(version: Version, topic: string, message: Broadcast): string | Buffer | null {
  if (version === "2.0.0" && message.text === undefined) {
    const binary = encodeBinaryBroadcast(topic, message);
    if (binary) return binary;
  }
  if (message.encoding === "binary") return null;
  return encodeFrame(version, { joinRef: null, topic, event: "broadcast" }, message.text ?? textOf(message));
}

function textOf({ event, body, meta }: Broadcast): string {
  const head = JSON.stringify({ type: "broadcast", event, ...(meta && { meta }) });
  return `${head.slice(0, -1)},"payload":${body.toString("utf8")}}`;
}

function encodeBinaryBroadcast(topic: string, { event, encoding, body, meta }: Broadcast): Buffer | null {
  const fields = [topic, event, meta ? JSON.stringify(meta) : ""].map((text) => Buffer.from(text, "utf8"));
  if (fields.some((field) => field.length > MAX_HEADER_FIELD)) return null;
  const lengths = fields.map((field) => field.length);
  const header = Buffer.from([USER_BROADCAST, ...lengths, encoding === "json" ? JSON_ENCODING : 0]);
  return Buffer.concat([header, ...fields, body]);
}
