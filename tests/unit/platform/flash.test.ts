import { beforeEach, expect, test } from "vitest";
import { FLASH_COOKIE, flashSchema, setFlash } from "@/lib/platform/http/forms";
import { RequestJar } from "@/lib/platform/http/request-jar";
import { stubEnvironment } from "./stub-env";

const BROWSERS_KEEP = 4_096;

beforeEach(stubEnvironment);

/** What a browser is sent, and what it would send back. */
function sent(fields: Record<string, string>, values: Record<string, string>, path = "/api/account/profile") {
  const request = new Request(`https://cineverse.example${path}`, { method: "POST" });
  const jar = new RequestJar(request);
  setFlash(jar, request, { message: "Check the form.", isError: true, fields, values });
  const headers = new Headers();
  jar.writeTo(headers);
  const [pair = ""] = (headers.getSetCookie()[0] ?? "").split("; ");
  const text = decodeURIComponent(pair.slice(FLASH_COOKIE.length + 1));
  return { length: pair.length, flash: text ? flashSchema.parse(JSON.parse(text)) : null };
}

test("what was typed comes back with the form", () => {
  const { flash } = sent({ name: "Too long" }, { name: "Nguyễn" });
  expect(flash).toMatchObject({ fields: { name: "Too long" }, values: { name: "Nguyễn" } });
});

test("letters count as they are sent: what a browser would drop is left out, and the message stays", () => {
  const { length, flash } = sent({ name: "Quá dài" }, { name: "ễ".repeat(500) });
  expect(length).toBeLessThan(BROWSERS_KEEP);
  expect(flash).toMatchObject({ message: "Check the form.", fields: { name: "Quá dài" }, values: {} });
});

test("more problems than a cookie holds leave the message alone", () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`ids.${at}`, "Không hợp lệ"]));
  const { length, flash } = sent(many, {});
  expect(length).toBeLessThan(BROWSERS_KEEP);
  expect(flash).toMatchObject({ message: "Check the form.", fields: {}, values: {} });
});

test("an address that no form has is told nothing", () => {
  expect(sent({}, {}, `/api/viewers/${"x".repeat(5_000)}/pin/forget`)).toEqual({ length: 0, flash: null });
});
