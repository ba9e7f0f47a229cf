/** How the window looks; a sheet a part. */

import { asking } from "./styles/asking.js";
import { composer } from "./styles/composer.js";
import { frame } from "./styles/frame.js";
import { ground } from "./styles/ground.js";
import { log } from "./styles/log.js";

export const styles = [ground, frame, asking, log, composer];
