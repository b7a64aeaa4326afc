import type { NextRequest, NextResponse } from "next/server";
import type { CookieJar } from "@/lib/platform/supabase/cookies";

type GateJar = { jar: CookieJar; writeTo: (response: NextResponse) => NextResponse };

/** What is renewed here is seen by the page, through the request, and by the browser, through the response. */
export function gateJar(request: NextRequest): GateJar {
  const written: Parameters<CookieJar["set"]>[] = [];
  return {
    jar: {
      getAll: () => request.cookies.getAll(),
      set: (name, value, options) => {
        request.cookies.set(name, value);
        written.push([name, value, options]);
      },
    },
    writeTo: (response) => {
      for (const [name, value, options] of written) response.cookies.set(name, value, options);
      response.headers.set("cache-control", "private, no-store");
      return response;
    },
  };
}
