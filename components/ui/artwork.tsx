"use client";

import { classes } from "@/components/ui/classes";
import { ARTWORK_QUALITY, IMAGE_WIDTHS } from "@/lib/platform/image-widths";

/** From the narrowest file offered to the widest: phones of one pixel to a point up to the screen it is made for. */
const WIDEST_TO_NARROWEST = 6;

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
  widest = Math.max(...IMAGE_WIDTHS),
  isFirst = false,
  className,
}: Props) {
  const look = {
    className: classes("absolute inset-0 size-full bg-raised object-cover", className),
    ...(placeholder && { style: { backgroundImage: `linear-gradient(${placeholder})` } }),
  };
  if (!path) return <span {...look} />;
  const files = filesOf(path, widest);
  return (
    // biome-ignore lint/performance/noImgElement: the framework's own would offer every width of the site
    <img
      alt={alt}
      decoding="async"
      {...(isFirst ? { fetchPriority: "high" } : { loading: "lazy" })}
      {...look}
      sizes={sizes}
      srcSet={files.map(({ url, width }) => `${url} ${width}w`).join(", ")}
      // The last attribute: Safari begins to load at once what it finds here before the others.
      src={files.at(-1)?.url}
    />
  );
}

/**
 * The files of the framework's image server from narrow to `widest`. Written here because a page has a hundred posters
 * and the framework's own function makes every width of the site for each, with all of its checks.
 */
function filesOf(path: string, widest: number) {
  const enough = IMAGE_WIDTHS.find((width) => width >= widest) ?? widest;
  const source = encodeURIComponent(`/artwork/${path}`);
  return IMAGE_WIDTHS.filter((width) => width <= enough && width >= enough / WIDEST_TO_NARROWEST).map(
    (width) => ({ width, url: `/_next/image?url=${source}&w=${width}&q=${ARTWORK_QUALITY}` }),
  );
}
