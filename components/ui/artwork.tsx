import Image from "next/image";
import { classes } from "@/components/ui/classes";
import { placeholderGradient } from "@/lib/platform/placeholder";

type Props = {
  /** Path inside the artwork bucket; without one only the colours are shown. */
  path: string | null;
  /** The picture's ThumbHash, base64. */
  placeholder?: string | null;
  alt: string;
  /** How wide it is shown, as the img attribute. */
  sizes: string;
  /** For the one picture that a page opens with. */
  isFirst?: boolean;
  className?: string;
};

/** Fills its parent, which gives the shape: nothing moves when the picture arrives over its colours. */
export function Artwork({ path, placeholder, alt, sizes, isFirst = false, className }: Props) {
  return (
    <span
      className="absolute inset-0 block overflow-hidden bg-raised"
      style={{ backgroundImage: placeholderGradient(placeholder) }}
    >
      {path && (
        <Image
          src={`/artwork/${path}`}
          alt={alt}
          fill
          sizes={sizes}
          quality={60}
          preload={isFirst}
          {...(isFirst && { fetchPriority: "high" as const })}
          className={classes("object-cover", className)}
        />
      )}
    </span>
  );
}
