/** All workbench tests. Imported when mocha is ready for them. */
import "./language.test.ts";
import "./mending.test.ts";
import "./navigation.test.ts";
import "./problems.test.ts";
import "./reading.test.ts";
