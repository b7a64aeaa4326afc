import type { NextRequest, NextResponse } from "next/server";
import { readFill } from "@/lib/platform/gate/kept-pages/fill";
import { variantOf } from "@/lib/platform/gate/kept-pages/key";
import { answerWith, findKeptPage } from "@/lib/platform/gate/kept-pages/serve";
import { rewriteToLocale } from "@/lib/platform/gate/locale";

type Shown = {
  request: NextRequest;
  requestId: string;
  /** Work that the answer does not wait for. */
  behind: (work: Promise<unknown>) => void;
  /** A visitor without any session: what they see is the same for everybody with the same variant. */
  isVisitor: boolean;
  isHidden: boolean;
};

/** A page, and whether a person asked for it: we ask ourselves for those of visitors, to keep them. */
export async function showPage(shown: Shown): Promise<{ response: NextResponse; isView: boolean }> {
  const { request, behind, isVisitor, isHidden } = shown;
  const variant = isVisitor && !isHidden ? variantOf(request) : null;
  const fill = await readFill(request.headers, variant);
  if (fill) return { response: await rewriteToLocale({ ...shown, country: fill.country }), isView: false };
  const page = variant ? await findKeptPage(variant, behind) : null;
  return { response: page ? answerWith(page, request.headers) : await rewriteToLocale(shown), isView: true };
}
