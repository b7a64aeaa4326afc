import { adventureStories } from "./adventure";
import { dramaStories } from "./drama";
import { elsewhereStories } from "./elsewhere";
import { familyStories } from "./family";
import { seriesStories } from "./series";
import type { Story } from "./story";
import { suspenseStories } from "./suspense";

/** Newest first. */
export const stories: Story[] = [
  ...dramaStories,
  ...familyStories,
  ...adventureStories,
  ...suspenseStories,
  ...elsewhereStories,
  ...seriesStories,
].sort((a, b) => b.day.localeCompare(a.day));
