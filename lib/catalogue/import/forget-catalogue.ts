import { cacheTags, forget } from "@/lib/platform/cache";

/** After a change of titles: whatever shows any is made anew, instead of showing the old for half an hour. */
export const forgetCatalogue = (): Promise<void> => forget(cacheTags.catalogue);
