import { describe, expect, test } from "vitest";
import { categoryText } from "@/lib/catalogue/genre-label";
import { MESSAGES } from "@/lib/i18n/messages";
import catalogue from "@/supabase/seed/catalogue.json";

describe("what is written under a category's name", () => {
  test("every category of ours has its words in Vietnamese", () => {
    for (const { slug, description } of catalogue.categories) {
      expect(MESSAGES.en.catalogue.categoryTexts).toHaveProperty([slug], description);
      expect(categoryText(slug, description, "vi")).not.toBe(description);
    }
  });

  test("a deployer's own words stay as they were written", () => {
    expect(categoryText("drama", "Phim của chúng tôi", "en")).toBe("Phim của chúng tôi");
    expect(categoryText("drama", "Our films", "vi")).toBe("Our films");
    expect(categoryText("anything", null, "vi")).toBeNull();
  });
});
