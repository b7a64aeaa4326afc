import type { DetailedHTMLProps, HTMLAttributes } from "react";

type MediaElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
  nohotkeys?: string;
  nosubtitleslangpref?: string;
  gesturesdisabled?: string;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "media-controller": MediaElement;
    }
  }
}
