"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { AuthFields } from "@/components/accounts/auth-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { type FormState, useForm } from "@/components/ui/use-form";

type Props = {
  action: string;
  submit: string;
  initial?: FormState | undefined;
  /** Empties the fields afterwards: for passwords. */
  isReset?: boolean;
  children: (fields: AuthFields) => ReactNode;
};

/** The frame of every form in the settings: says that it is saved and shows the page anew. */
export function SettingsForm({ action, submit, initial, isReset = false, children }: Props) {
  const router = useRouter();
  const { state, isBusy, formProps } = useForm({
    action,
    initial,
    onSuccess: ({ notice }) => {
      if (notice) toast.success(notice);
      if (isReset) formProps.ref.current?.reset();
      router.refresh();
    },
  });
  const isMarked = Object.keys(state.fields).length > 0;
  return (
    <form {...formProps} className="grid max-w-xl gap-5">
      {state.message && !(state.message.isError && isMarked) && (
        <Notice tone={state.message.isError ? "error" : "success"}>{state.message.text}</Notice>
      )}
      {children({ errors: state.fields, values: state.values })}
      <Button type="submit" isBusy={isBusy} className="justify-self-start">
        {submit}
      </Button>
    </form>
  );
}
