"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useForm } from "@/components/ui/use-form";

type Props = ButtonLook & {
  action: string;
  /** Sent along, as hidden fields. */
  values?: Record<string, string>;
  /** What a screen reader says where the visible words alone would not tell the buttons apart. */
  label?: string;
  children: ReactNode;
};

/** One button that posts: a form without JavaScript, a toast with it. */
export function PostButton({
  action,
  values = {},
  label,
  variant = "secondary",
  size = "small",
  children,
}: Props) {
  const router = useRouter();
  const { state, isBusy, formProps } = useForm({
    action,
    onSuccess: ({ next, notice }) => {
      if (notice) toast.success(notice);
      if (next) window.location.assign(next);
      else router.refresh();
    },
  });
  return (
    <form {...formProps} className="grid gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} size={size} isBusy={isBusy} aria-label={label}>
        {children}
      </Button>
      {state.message && (
        <p role="alert" className="text-sm text-danger-ink">
          {state.message.text}
        </p>
      )}
    </form>
  );
}
