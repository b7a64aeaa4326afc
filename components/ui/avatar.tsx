import Image from "next/image";
import { classes } from "@/components/ui/classes";

type Props = { name: string; path?: string | null; size?: number; className?: string };

/** Before the name of one of our own pictures. */
const FACE = "face:";

/** A picture, or the first letter on a colour that is always the same for the same name. Decorative: say the name beside it. */
export function Avatar({ name, path, size = 40, className }: Props) {
  const style = { inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` };
  const shape = classes("shrink-0 rounded-[28%] object-cover", className);
  if (path) {
    const face = path.startsWith(FACE) ? path.slice(FACE.length) : null;
    const src = face ? `/faces/${face}.svg` : `/avatars/${path}`;
    const picture = { src, alt: "", width: size, height: size, style, className: shape };
    return <Image {...picture} unoptimized={face !== null} />;
  }
  const hue = hueOf(name);
  return (
    <span
      aria-hidden
      style={{
        ...style,
        fontSize: `${size / 40}rem`,
        background: `linear-gradient(150deg, oklch(0.62 0.15 ${hue}), oklch(0.4 0.13 ${hue + 50}))`,
      }}
      className={classes("inline-grid place-items-center font-display font-bold text-white uppercase", shape)}
    >
      {[...name.trim()][0] ?? "?"}
    </span>
  );
}

function hueOf(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}
