"use client";

import { getImageProps } from "next/image";
import { classes } from "@/components/ui/classes";

type Props = {
  /** Path inside the artwork bucket; without one only the colours are shown. */
  path: string | null;
  /** What is seen until the picture has come: colours from top to bottom. */
  placeholder?: string | null;
  alt: string;
  /** How wide it is shown, as the img attribute. */
  sizes: string;
  /** The most pixels that any screen needs across; wider files are not offered. */
  widest?: number;
  /** For what a page opens with. */
  isFirst?: boolean;
  className?: string;
};

/**
 * Fills its parent, which gives the shape: nothing moves when the picture arrives over its colours. Drawn in the browser
 * too, so that a page carries the long list of files once.
 */
export function Artwork({
  path,
  placeholder,
  alt,
  sizes,
  widest = Number.POSITIVE_INFINITY,
  isFirst = false,
  className,
}: Props) {
  const look = {
    className: classes("absolute inset-0 size-full bg-raised object-cover", className),
    ...(placeholder && { style: { backgroundImage: `linear-gradient(${placeholder})` } }),
  };
  if (!path) return <span {...look} />;
  const { props } = getImageProps({ src: `/artwork/${path}`, alt, fill: true, sizes, quality: 60 });
  const files = filesUpTo(widest, props.srcSet ?? "");
  return (
    // biome-ignore lint/performance/noImgElement: the framework's own would offer every width of the site
    <img
      alt={alt}
      decoding="async"
      {...(isFirst ? { fetchPriority: "high" } : { loading: "lazy" })}
      {...look}
      sizes={sizes}
      srcSet={files.join(", ")}
      // The last attribute: Safari begins to load at once what it finds here before the others.
      src={files.at(-1)?.split(" ")[0] ?? props.src}
    />
  );
}

/** A srcset with every width of the site would be most of a page of posters. */
function filesUpTo(widest: number, srcSet: string): string[] {
  const files = srcSet.split(", ");
  const enough = files.findIndex((file) => Number.parseInt(file.split(" ")[1] ?? "", 10) >= widest);
  return enough < 0 ? files : files.slice(0, enough + 1);
}
