const written = `Oliver Ollie|Alexander Alex Xander Sandy|Alexandra Alex Lexi Sasha|Benjamin Ben Benji|Charles Charlie|Charlotte Charlie Lottie
Christopher Chris|Daniel Dan Danny|David Dave|Edward Ed Eddie Ted Teddy|Eleanor Ellie Nell Nora|Elizabeth Lizzie Beth Liz Eliza Libby Betsy
Emily Em Millie|Emilia Millie|Evelyn Evie|Frederick Freddie Fred|Freddie Fred|Frederic Fred|Gabriel Gabe|Gabriella Gabby|George Georgie|Georgia Georgie
Harrison Harry|Henry Harry|Isabella Bella Izzy Isabel|Isabelle Izzy Belle|Jacob Jake|James Jamie Jim Jimmy|Jasmine Jas|Jessica Jess Jessie|Joseph Joe Joey
Joshua Josh|Katherine Kate Katie Kathy Kat|Kayleigh Kay|Leonardo Leo|Louis Lou|Lewis Lew|Madison Maddie|Matilda Tilly|Matthew Matt Matty|Megan Meg
Michael Mike Mick|Mohammed Mo|Muhammad Mo|Mohamed Mo|Nathan Nate|Nathaniel Nathan Nate|Nicholas Nick|Nicole Nikki|Olivia Liv Livvy|Patrick Paddy Pat
Penelope Penny|Peter Pete|Rebecca Becky Becca|Reginald Reggie|Robert Rob Robbie Bobby|Ronald Ronnie|Ryan Ry|Samuel Sam Sammy|Samantha Sam|Sebastian Seb
Sophia Sophie|Stanley Stan|Tabitha Tabby|Theodore Theo Teddy|Thomas Tom Tommy|Timothy Tim|Tyler Ty|Victoria Vicky Tori|William Will Billy Liam
Zachary Zac Zach|Abigail Abi Abby|Amelia Millie Amy|Arabella Bella|Archibald Archie|Alfred Alfie|Albert Albie Bertie|Andrew Andy Drew|Anthony Tony
Caitlin Cait|Cameron Cam|Delilah Lilah|Elliot Eli|Florence Flo Florrie|Francesca Fran Frankie Chess|Francis Frank Frankie|Harriet Hattie|Imogen Immy|Jackson Jack
Jayden Jay|Lucas Luke|Maximilian Max|Maxwell Max|Molly Moll|Oluwaseun Seun|Oluwatobi Tobi|Temiloluwa Temi|Ayomide Ayo|Oluwadarasimi Dara|Ifeoluwa Ife|Toluwani Tolu
Emmanuel Manny|Zuzanna Zuzia|Aleksandra Ola|Aleksander Olek|Jakub Kuba|Katarzyna Kasia|Małgorzata Gosia|Mikołaj Miki|Franciszek Franek|Antoni Antek|Wiktoria Wika
Alexandru Alex|Andreea Andra|Francisco Chico|Maria Mia|Gabriela Gabi|Abdirahman Abdi|Abdullahi Abdi|Chukwuemeka Emeka|Chidinma Chi|Gurpreet Gopi|Oleksandr Sasha|Anastasiia Nastia`;

/** What people are called for short, by the full name. */
export const nicknames: ReadonlyMap<string, readonly [string, ...string[]]> = new Map(
  written.split(/[|\n]/).flatMap((line) => {
    const [full = '', first, ...others] = line.trim().split(' ');
    return first === undefined ? [] : [[full, [first, ...others]] as const];
  }),
);

/** Whether one name is what somebody of the other name is called for short: Fred beside Freddy, Bella beside Isabella. */
export function isShortFor(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const isBeginning = shorter.length > 2 && longer.startsWith(shorter);
  return isBeginning || [...(nicknames.get(one) ?? []), one].some((name) => isCalled(name, other));
}

function isCalled(name: string, full: string): boolean {
  return name === full || (nicknames.get(full)?.includes(name) ?? false);
}
