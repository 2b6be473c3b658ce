/** Common given names in the United States, without those that are also words of a letter ("Mark", "Grace", "April", "Frank"). */
export const givenNames: readonly string[] = (
  "aaron adam adrian alan albert alejandro alex alexander alfonso alfred alfredo alice alicia allison amanda amber amy ana andrea " +
  "andrew angel angela angelica anita ann anna anne anthony antonio armando arthur arturo ashley barbara benjamin bernard beth betty " +
  "beverly bobby bonnie bradley brandon brenda brian bruce bryan carl carla carlos carmen carol caroline carolyn catherine cesar charles " +
  "cheryl chris christian christina christine christopher cindy claudia connie craig crystal cynthia daniel danielle danny david debbie " +
  "deborah debra denise dennis diana diane diego dolores donald donna dorothy douglas edgar eduardo edward edwin eileen elaine elena elizabeth " +
  "ellen emily emma enrique eric erica ernest esther eugene eva evelyn felipe fernando frances francisco fred gabriel gabriela gary george " +
  "gerald gerardo gilbert gloria gonzalo gregory guadalupe guillermo gustavo harold harry heather hector helen henry howard hugo ian irene " +
  "isabel ivan jack jacob jacqueline jaime james jamie janet janice jared jason javier jean jeffrey jennifer jeremy jerry jesse jessica " +
  "jesus jill jimmy joan joann joe joel john johnny jonathan jorge jose joseph joshua juan juana juanita judith judy julia julian julie julio " +
  "justin karen katherine kathleen kathryn kathy katie keith kelly kenneth kevin kim kimberly kyle larry laura lauren lawrence leonard " +
  "leslie leticia lillian linda lisa lois lorenzo lori louis lucia luis lupe luz lynn manuel marco marcos margaret margarita maria " +
  "mariana marie marilyn mario marisol martha martin martina mary matthew maureen megan melissa michael michele michelle miguel mike monica nancy " +
  "nathan nicholas nicole norma olga omar oscar pablo pamela patricia patrick paul paula pedro peggy peter philip phillip phyllis rachel " +
  "rafael ralph ramiro ramon randy raul raymond rebecca refugio regina ricardo richard rigoberto robert roberto rodrigo roger rogelio " +
  "ronald rosa rosalinda rosario roy ruben russell ruth ryan salvador samantha samuel sandra sara sarah scott sean sergio shannon sharon " +
  "sheila shirley silvia sofia sonia stephanie stephen steve steven stuart susan sylvia tamara tammy teresa theresa thomas timothy tina todd " +
  "tom tony tyler valerie vanessa veronica vicente victoria vincent virginia walter wanda wayne wendy william yesenia yolanda"
).split(" ");
