import type { Locale } from "@/lib/i18n/config";

/** What is said when even the layout fails. Apart from the catalogue of texts, which would ride along on every page. */
export const FATAL_TEXTS: Record<Locale, { title: string; text: string; retry: string }> = {
  en: {
    title: "The projector stopped.",
    text: "Something went wrong on our side. Try again in a moment.",
    retry: "Try again",
  },
  vi: {
    title: "Máy chiếu tạm dừng.",
    text: "Đã có lỗi từ phía chúng tôi. Hãy thử lại sau giây lát.",
    retry: "Thử lại",
  },
};
