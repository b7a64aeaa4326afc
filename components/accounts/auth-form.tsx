"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FormState, useForm } from "@/components/ui/use-form";

export type AuthFields = { errors: Record<string, string>; values: Record<string, string> };

type Props = {
  action: string;
  submit: string;
  initial: FormState | undefined;
  next?: string | undefined;
  children: (fields: AuthFields) => ReactNode;
};

/** The frame of every form before somebody is signed in. Going on is a full load: who is signed in has changed. */
export function AuthForm({ action, submit, initial, next, children }: Props) {
  const { state, isBusy, formProps } = useForm({
    action,
    initial,
    onSuccess: (answer) => window.location.assign(answer.next ?? "/"),
  });
  return (
    <form {...formProps} className="grid gap-5">
      {state.message && (
        <Notice tone={state.message.isError ? "error" : "success"}>{state.message.text}</Notice>
      )}
      {next && <input type="hidden" name="next" value={next} />}
      {children({ errors: state.fields, values: state.values })}
      <Button type="submit" size="large" isBusy={isBusy} className="w-full">
        {submit}
      </Button>
    </form>
  );
}
