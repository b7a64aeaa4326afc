import { getTranslations } from "next-intl/server";

export async function SkipLink() {
  const t = await getTranslations("platform.site");
  return (
    <a
      href="#main"
      className="fixed inset-s-4 top-2 z-60 -translate-y-20 rounded-full bg-accent px-5 py-2.5 font-semibold text-on-accent focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
