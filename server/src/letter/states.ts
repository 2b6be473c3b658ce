/** The states, districts, and territories of the United States that license physicians. */
const names =
  "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky " +
  "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico " +
  "New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah " +
  "Vermont Virginia Washington West_Virginia Wisconsin Wyoming District_of_Columbia Puerto_Rico Guam American_Samoa U.S._Virgin_Islands " +
  "US_Virgin_Islands Virgin_Islands Northern_Mariana_Islands";

export const stateNames: readonly string[] = names.split(" ").map((name) => name.replaceAll("_", " "));

/** By which they are known in upper case: "CA", "D.C.". */
export const stateAbbreviations: readonly string[] = (
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA " +
  "WA WV WI WY DC PR GU VI AS MP"
).split(" ");

/** Older abbreviations, with or without the period. */
export const olderAbbreviations: readonly string[] =
  "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ill Ind Kan Mass Mich Minn Miss Mont Neb Nev Okla Ore Penn Penna Tenn Tex Wash Wis Wyo".split(
    " ",
  );
