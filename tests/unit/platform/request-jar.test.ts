import { describe, expect, test } from "vitest";
import { RequestJar } from "@/lib/platform/http/request-jar";

const jarOf = (cookie: string) => new RequestJar(new Request("http://x.test", { headers: { cookie } }));

describe("a request's cookies", () => {
  test("what is written is read back and sent once, with its last value", () => {
    const jar = jarOf("a=1; b=2");
    jar.set("a", "3", { path: "/", httpOnly: true });
    jar.set("a", "4", { path: "/", httpOnly: true });
    const headers = new Headers();
    jar.writeTo(headers);
    expect(jar.get("a")).toBe("4");
    expect(headers.getSetCookie()).toEqual(["a=4; Path=/; HttpOnly"]);
  });

  test("what is deleted is gone here and in the browser", () => {
    const jar = jarOf("a=1");
    jar.delete("a");
    const headers = new Headers();
    jar.writeTo(headers);
    expect(jar.getAll()).toEqual([]);
    expect(headers.getSetCookie()[0]).toContain("Max-Age=0");
  });
});
