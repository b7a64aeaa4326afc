import { expect, test } from "vitest";
import { matchGenres } from "@/lib/catalogue/search/match-genres";

const GENRES = [
  { name: "Documentary", label: "Tài liệu" },
  { name: "Drama", label: "Chính kịch" },
  { name: "Horror", label: "Kinh dị" },
  { name: "Science fiction", label: "Khoa học viễn tưởng" },
];
const found = (question: string) => matchGenres(question, GENRES).map(({ name }) => name);

test.each([
  ["from its beginning", "docum", ["Documentary"]],
  ["misspelt", "docmentary", ["Documentary"]],
  ["in Vietnamese without accents", "kinh di", ["Horror"]],
  ["with a đ that is typed as a d, and by its second word", "vien tuong", ["Science fiction"]],
  ["by its own name in any language", "HORROR", ["Horror"]],
  ["with all that begin alike, whole names first", "d", ["Drama", "Documentary", "Horror"]],
])("a genre is found %s", (_, question, names) => {
  expect(found(question)).toEqual(names);
});

test.each(["", "  ", "xyz", "%", "😀"])("%j is no genre", (question) => {
  expect(found(question)).toEqual([]);
});
