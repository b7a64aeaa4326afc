import { trace } from "@opentelemetry/api";
import { registerOTel, type SpanProcessorOrName } from "@vercel/otel";
import { watchedServiceName } from "@/lib/platform/env";
import { scrub } from "@/lib/platform/log/scrub";
import { observers } from "@/lib/platform/watch/observers";

type Processor = Exclude<SpanProcessorOrName, string>;
type Attributes = Record<string, unknown>;

/** An address in a trace ends where its question begins: tokens and what was searched for stand there. */
const clean = (text: string) => scrub(text.replace(/\?[^\s"]*/g, ""));

/** Before the exporter sees a span: nothing that opens a door or names a person leaves with it. */
const scrubber: Processor = {
  onStart: () => undefined,
  onEnd: (span) => {
    const { attributes } = span as { attributes: Attributes };
    for (const [key, value] of Object.entries(attributes))
      if (typeof value === "string") attributes[key] = clean(value);
    (span as { name: string }).name = clean(span.name);
    for (const event of span.events) {
      const said = (event.attributes ?? {}) as Attributes;
      for (const [key, value] of Object.entries(said))
        if (typeof value === "string") said[key] = clean(value);
    }
    const { status } = span as { status: { message?: string } };
    if (status.message) status.message = clean(status.message);
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

/** Next.js makes the spans; each that handles or renders a request says which request, and whose. */
export function sendTraces(): void {
  registerOTel({ serviceName: watchedServiceName(), spanProcessors: [scrubber, "auto"] });
  observers().onRequest = ({ requestId, userId }) => {
    const span = trace.getActiveSpan();
    span?.setAttribute("cineverse.request_id", requestId);
    if (userId) span?.setAttribute("cineverse.user_id", userId);
  };
}
