/**
 * Which of these BCP 47 languages serves somebody who wants `wanted`: the same, else one that differs in region or script
 * only; -1 where none does. By index, because two tracks may share a language.
 */
export function bestLanguage(available: string[], wanted: string | null): number {
  if (wanted === null) return -1;
  const exact = available.findIndex((one) => one.toLowerCase() === wanted.toLowerCase());
  return exact >= 0 ? exact : available.findIndex((one) => baseOf(one) === baseOf(wanted));
}

const baseOf = (language: string) => language.toLowerCase().split("-")[0];
