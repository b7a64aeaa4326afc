"use client";

import { AuthForm } from "@/components/accounts/auth-form";
import { EmailInput } from "@/components/accounts/auth-inputs";
import type { FormState } from "@/components/ui/use-form";

type Props = { action: string; submit: string; initial: FormState | undefined; next?: string };

/** Asks for an address only: a sign-in link, or a link to a new password. */
export function MailForm(props: Props) {
  return <AuthForm {...props}>{(fields) => <EmailInput {...fields} />}</AuthForm>;
}
