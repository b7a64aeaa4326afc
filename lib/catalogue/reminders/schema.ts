import { z } from "zod";

export const reminderParams = z.object({ movieId: z.uuid() });
