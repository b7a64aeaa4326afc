"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import Cropper, { type Area } from "react-easy-crop";
import { Button } from "@/components/ui/button";
import "react-easy-crop/react-easy-crop.css";

const SIDE_PIXELS = 768;
const ZOOM = { min: 1, max: 4, step: 0.05 };

type Props = {
  file: File;
  isBusy: boolean;
  onCropped: (picture: Blob) => void;
  onUnreadable: () => void;
  onBack: () => void;
};

/** The part of a photo to keep: dragged, pinched, or moved with the arrow keys. */
export function CropStep({ file, isBusy, onCropped, onUnreadable, onBack }: Props) {
  const t = useTranslations("accounts.settings");
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const url = useObjectUrl(file);
  const use = async () => {
    if (!area) return;
    try {
      onCropped(await cut(url, area));
    } catch {
      onUnreadable();
    }
  };
  return (
    <div className="grid gap-5">
      <div className="relative h-72 overflow-hidden rounded-panel bg-sunken sm:h-80">
        <Cropper
          image={url}
          crop={crop}
          zoom={zoom}
          minZoom={ZOOM.min}
          maxZoom={ZOOM.max}
          aspect={1}
          keyboardStep={6}
          showGrid={false}
          disableAutomaticStylesInjection
          style={{ cropAreaStyle: { borderRadius: "28%" } }}
          cropperProps={{ "aria-label": t("avatarCrop"), role: "group" }}
          mediaProps={{ onError: onUnreadable, alt: "" }}
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropComplete={(_, pixels) => setArea(pixels)}
        />
      </div>
      <label className="grid gap-1.5 text-sm font-medium">
        {t("avatarZoom")}
        <input
          type="range"
          {...ZOOM}
          value={zoom}
          onChange={({ target }) => setZoom(Number(target.value))}
          className="min-h-11 w-full accent-accent"
        />
      </label>
      <p className="text-sm text-ink-faint">{t("avatarMoveHint")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={use} isBusy={isBusy || !area}>
          {t("avatarUse")}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t("avatarBack")}
        </Button>
      </div>
    </div>
  );
}

function useObjectUrl(file: File): string {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}

/** Only the part that was chosen leaves the device, no larger than it is ever shown. */
async function cut(url: string, { x, y, width, height }: Area): Promise<Blob> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.min(SIDE_PIXELS, Math.round(width));
  canvas.getContext("2d")?.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.9));
  if (!blob) throw new Error("The browser could not write the picture.");
  return blob;
}
