import type { Locale } from "@/lib/i18n/config";
import enAccounts from "@/lib/i18n/messages/en/accounts.json";
import enCatalogue from "@/lib/i18n/messages/en/catalogue.json";
import enCommunity from "@/lib/i18n/messages/en/community.json";
import enLibrary from "@/lib/i18n/messages/en/library.json";
import enPlatform from "@/lib/i18n/messages/en/platform.json";
import enPlayback from "@/lib/i18n/messages/en/playback.json";
import viAccounts from "@/lib/i18n/messages/vi/accounts.json";
import viCatalogue from "@/lib/i18n/messages/vi/catalogue.json";
import viCommunity from "@/lib/i18n/messages/vi/community.json";
import viLibrary from "@/lib/i18n/messages/vi/library.json";
import viPlatform from "@/lib/i18n/messages/vi/platform.json";
import viPlayback from "@/lib/i18n/messages/vi/playback.json";

const en = {
  platform: enPlatform,
  accounts: enAccounts,
  catalogue: enCatalogue,
  playback: enPlayback,
  library: enLibrary,
  community: enCommunity,
};

export type Messages = typeof en;

const vi: Messages = {
  platform: viPlatform,
  accounts: viAccounts,
  catalogue: viCatalogue,
  playback: viPlayback,
  library: viLibrary,
  community: viCommunity,
};

export const MESSAGES: Record<Locale, Messages> = { en, vi };

type Leaves<Tree, Prefix extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** The full path of any text, for example `platform.errors.notFound`. */
export type MessageKey = Leaves<Messages>;
