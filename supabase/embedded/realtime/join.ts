import { z } from "zod";
import { MAX_BINDINGS_PER_CHANNEL, MAX_FILTER_LENGTH } from "./limits";

const name = z.string().max(255);

const bindingSchema = z.looseObject({
  event: z.enum(["*", "INSERT", "UPDATE", "DELETE"]),
  schema: name.nullish(),
  table: name.nullish(),
  filter: z.string().max(MAX_FILTER_LENGTH).nullish(),
  select: z.array(name).max(1600).nullish(),
});

/** A client's join request. Configuration that it leaves out takes the defaults of a hosted project. */
export const joinSchema = z.object({
  access_token: z.string().nullish(),
  config: z
    .object({
      private: z.boolean().nullish(),
      broadcast: z
        .object({
          self: z.boolean().nullish(),
          ack: z.boolean().nullish(),
          replay: z.object({ since: z.number(), limit: z.number().int().optional() }).nullish(),
          replication_ready: z.boolean().nullish(),
        })
        .nullish(),
      presence: z.object({ key: z.string().max(255).nullish(), enabled: z.boolean().nullish() }).nullish(),
      postgres_changes: z.array(bindingSchema).max(MAX_BINDINGS_PER_CHANNEL).nullish(),
      postgres_changes_options: z
        .object({ wait: z.boolean().nullish(), timeout: z.number().positive().nullish() })
        .nullish(),
    })
    .nullish(),
});

export type JoinRequest = z.infer<typeof joinSchema>;
export type JoinConfig = NonNullable<JoinRequest["config"]>;
export type Binding = z.infer<typeof bindingSchema>;
