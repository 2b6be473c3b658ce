/** All workbench tests. Imported when mocha is ready for them. */
import "./completing.test.ts";
import "./findGuideline.test.ts";
import "./hints.test.ts";
import "./importing.test.ts";
import "./issuesView.test.ts";
import "./language.test.ts";
import "./mending.test.ts";
import "./mendingText.test.ts";
import "./moving.test.ts";
import "./navigation.test.ts";
import "./offline.test.ts";
import "./packs.test.ts";
import "./pages.test.ts";
import "./problems.test.ts";
import "./reading.test.ts";
import "./samples.test.ts";
import "./skeletons.test.ts";
