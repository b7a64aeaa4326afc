import { MonitorSmartphone } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { PostButton } from "@/components/accounts/post-button";
import { Badge } from "@/components/ui/badge";
import type { Device } from "@/lib/accounts/devices/list";

export async function DevicesList({ devices }: { devices: Device[] }) {
  const [t, format] = await Promise.all([getTranslations("accounts.settings"), getFormatter()]);
  if (devices.length === 0) return <p className="text-ink-soft">{t("devicesEmpty")}</p>;
  return (
    <ul className="grid max-w-2xl gap-3">
      {devices.map((device) => (
        <li
          key={device.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line bg-surface p-4"
        >
          <MonitorSmartphone aria-hidden className="size-6 shrink-0 text-ink-faint" />
          <div className="grid min-w-0 flex-1 basis-48">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {device.name}
              {device.isCurrent && <Badge tone="accent">{t("thisDevice")}</Badge>}
            </p>
            <p className="text-sm text-ink-faint">
              {t("lastSeen", { when: format.dateTime(new Date(device.lastSeenAt), { dateStyle: "medium" }) })}
              {device.place && ` · ${format.displayName(device.place, { type: "region" })}`}
            </p>
          </div>
          {!device.isCurrent && (
            <PostButton
              action={`/api/account/devices/${device.id}`}
              label={t("signDeviceOut", { name: device.name })}
            >
              {t("signOutTitle")}
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  );
}
