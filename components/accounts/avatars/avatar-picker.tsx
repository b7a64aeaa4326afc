"use client";

import { ImageUp } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { type ChangeEvent, lazy, Suspense, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { FACES, type Face } from "@/lib/accounts/avatars/faces";

const CropStep = lazy(() =>
  import("@/components/accounts/avatars/crop-step").then((file) => ({ default: file.CropStep })),
);

/** What a phone's camera makes; the browser cuts it down before it is sent. */
const FILE_BYTES_MAXIMUM = 8 * 1024 * 1024;
const KINDS = "image/jpeg,image/png,image/webp,image/avif";

type Props = {
  /** The route that keeps the picture: of the account, or of a viewer. */
  action: string;
  path: string | null;
  onSaved: () => void;
};

/** One of our own pictures at a press, or a photo after its part has been chosen. */
export function AvatarPicker({ action, path, onSaved }: Props) {
  const t = useTranslations("accounts");
  const offline = useTranslations("platform.ui")("offline");
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const send = async (init: RequestInit) => {
    setBusy(true);
    setProblem(null);
    const answer = await fetch(action, { ...init }).catch(() => null);
    setBusy(false);
    if (answer?.ok) return onSaved();
    const body = (await answer?.json().catch(() => null)) as Refusal | null;
    setProblem(body?.error?.details?.fields?.picture ?? body?.error?.message ?? offline);
  };
  const chooseFace = (face: Face | null) =>
    send({
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ face }),
    });
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    target.value = "";
    if (!chosen) return;
    if (!KINDS.includes(chosen.type) || !chosen.type) return setProblem(t("problems.avatarKind"));
    if (chosen.size > FILE_BYTES_MAXIMUM) return setProblem(t("problems.avatarBig"));
    setProblem(null);
    setFile(chosen);
  };

  return (
    <div className="grid gap-5">
      {problem && <Notice tone="error">{problem}</Notice>}
      {file ? (
        <Suspense fallback={<Skeleton className="h-80 w-full" />}>
          <CropStep
            file={file}
            isBusy={isBusy}
            onCropped={(picture) =>
              send({ method: "PUT", headers: { "content-type": picture.type }, body: picture })
            }
            onUnreadable={() => {
              setFile(null);
              setProblem(t("problems.avatarBroken"));
            }}
            onBack={() => setFile(null)}
          />
        </Suspense>
      ) : (
        <>
          <FaceGrid path={path} isBusy={isBusy} onChoose={chooseFace} />
          <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
            <input
              ref={input}
              type="file"
              accept={KINDS}
              onChange={take}
              className="sr-only"
              tabIndex={-1}
              aria-hidden
            />
            <Button variant="secondary" onClick={() => input.current?.click()}>
              <ImageUp aria-hidden />
              {t("settings.avatarUpload")}
            </Button>
            {path && (
              <Button variant="ghost" onClick={() => chooseFace(null)} isBusy={isBusy}>
                {t("settings.avatarNone")}
              </Button>
            )}
            <p className="basis-full text-sm text-ink-faint">{t("settings.avatarUploadHint")}</p>
          </div>
        </>
      )}
    </div>
  );
}

type Refusal = { error?: { message?: string; details?: { fields?: Record<string, string> } } };
type GridProps = { path: string | null; isBusy: boolean; onChoose: (face: Face) => void };

function FaceGrid({ path, isBusy, onChoose }: GridProps) {
  const t = useTranslations("accounts");
  return (
    <ul aria-label={t("settings.avatarFaces")} className="grid grid-cols-4 gap-3">
      {FACES.map((face) => (
        <li key={face}>
          <button
            type="button"
            aria-label={t(`faces.${face}`)}
            aria-pressed={path === `face:${face}`}
            aria-disabled={isBusy}
            onClick={() => !isBusy && onChoose(face)}
            className="block w-full rounded-[28%] ring-3 ring-transparent ring-offset-2 ring-offset-surface transition hover:scale-105 hover:ring-line-strong aria-pressed:ring-accent motion-reduce:hover:scale-100"
          >
            <Image
              src={`/faces/${face}.svg`}
              alt=""
              width={96}
              height={96}
              unoptimized
              className="size-full rounded-[28%]"
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
