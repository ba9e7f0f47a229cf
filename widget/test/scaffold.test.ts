import { ok } from "node:assert/strict";
import { test } from "node:test";

import { Refusal } from "../src/model.js";

test("a refusal is an error", () => {
  ok(new Refusal(3) instanceof Error);
});
