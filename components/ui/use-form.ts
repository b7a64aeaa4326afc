"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { sendIntent } from "@/lib/platform/http/intent";

export type FormMessage = { text: string; isError: boolean };
export type FormState = {
  message: FormMessage | null;
  fields: Record<string, string>;
  values: Record<string, string>;
};
export type FormSuccess = { next?: string; notice?: string };

const EMPTY_FORM: FormState = { message: null, fields: {}, values: {} };

type Options<Answer> = {
  action: string;
  method?: "POST" | "PUT" | "PATCH" | "DELETE";
  /** What a post without JavaScript left for this page. */
  initial?: FormState | undefined;
  /** Our own routes answer what the form's caller says they do. */
  onSuccess: (answer: Answer) => void;
};

type ErrorAnswer = { error?: { message?: string; details?: { fields?: Record<string, string> } } };

/**
 * A form that posts itself: without JavaScript the browser does it and the page comes back with the problem; with it
 * nothing is reloaded, what was typed stays, and the first wrong field gets the focus.
 */
export function useForm<Answer = FormSuccess>({
  action,
  method = "POST",
  initial = EMPTY_FORM,
  onSuccess,
}: Options<Answer>) {
  const t = useTranslations("platform.ui");
  const [state, setState] = useState(initial);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // Also after a post that the browser made by itself, before the scripts had loaded.
  useEffect(() => {
    if (Object.keys(state.fields).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state.fields]);

  const fail = (text: string, fields: Record<string, string> = {}) =>
    setState((old) => ({ ...old, message: { text, isError: true }, fields }));

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    try {
      const response = await send(action, method, new FormData(event.currentTarget));
      const answer: unknown = response.status === 204 ? {} : await response.json();
      if (response.ok) {
        setState((old) => ({ ...old, message: null, fields: {} }));
        onSuccess(answer as Answer);
      } else {
        const { error } = answer as ErrorAnswer;
        fail(error?.message ?? t("offline"), error?.details?.fields);
      }
    } catch {
      fail(t("offline"));
    } finally {
      setIsBusy(false);
    }
  };

  return { state, isBusy, formProps: { ref: form, action, method: "post", noValidate: true, onSubmit } };
}

function send(action: string, method: string, data: FormData): Promise<Response> {
  return sendIntent(action, {
    method,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(Object.fromEntries(data)),
  });
}
