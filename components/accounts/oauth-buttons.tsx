import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import type { OauthProvider } from "@/lib/accounts/session/oauth";

export async function OauthButtons({ providers, next }: { providers: OauthProvider[]; next: string }) {
  const t = await getTranslations("accounts.auth.signIn");
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3">
      {providers.map(({ id, name }) => (
        <a
          key={id}
          href={`/api/auth/oauth?${new URLSearchParams({ provider: id, next })}`}
          className={buttonClass({ variant: "secondary" })}
        >
          {t("oauth", { provider: name })}
        </a>
      ))}
      <p className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
    </div>
  );
}
