import type { Origin } from './origin.ts';

const polishGirl = (surname: string): string => surname.replace(/([sc])ki$/, '$1ka').replace(/ny$/, 'na');
const slavicGirl = (surname: string): string => surname.replace(/([oe])v$/, '$1va').replace(/ski$/, 'ska');
const lithuanianGirl = (surname: string): string =>
  surname
    .replace(/(auskas|inskas)$/, 'auskaitė')
    .replace(/ius$/, 'iutė')
    .replace(/as$/, 'aitė');

/** Names of families that came from the rest of Europe. Order from general knowledge, no table. */
export const europe: readonly Origin[] = [
  {
    name: 'Poland',
    share: 32,
    girls:
      'Julia Zuzanna Zofia Hanna Maja Lena Oliwia Alicja Amelia Aleksandra Natalia Wiktoria Nikola Gabriela Anna Maria Emilia Antonina Nadia Martyna Weronika Kinga Karolina Magdalena Małgorzata Agnieszka Kornelia Łucja Iga Liliana',
    boys: 'Jakub Szymon Jan Antoni Filip Kacper Aleksander Franciszek Mikołaj Wojciech Adam Michał Marcel Wiktor Piotr Oskar Igor Nikodem Mateusz Dawid Bartosz Oliwier Maksymilian Paweł Krzysztof Łukasz Sebastian Dominik Kamil Fabian',
    surnames:
      'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Nowakowski Pawłowski Michalski Nowicki Adamczyk Dudek Zając Wieczorek Jabłoński Król Majewski Olszewski',
    rarer: {
      beginnings:
        'Bor Brzoz Cieśl Górsk Gut Jas Kacz Kos Lip Mal Mroz Ostr Pas Rad Rog Sad Sob Stan Tom Urb Wal Zar Zaw',
      endings: 'owski iński ewicz czyk ak ek icki alski',
      share: 0.5,
    },
    ofGirls: polishGirl,
  },
  {
    name: 'Romania and Moldova',
    share: 30,
    girls:
      'Maria Sofia Andreea Ioana Elena Alexandra Daria Antonia Ana Gabriela Bianca Anastasia Mihaela Cristina Raluca Ștefania Larisa Denisa Eva Ilinca Rebeca Diana',
    boys: 'Andrei David Alexandru Gabriel Matei Luca Ștefan Mihai Darius Ionuț Robert Eduard Cristian Florin Rareș Vlad Denis Raul Marius Ianis Nicolas Tudor',
    surnames:
      'Popa Popescu Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Constantin Marin Lazăr Dinu Munteanu Stanciu Moldovan Mocanu Cojocaru Ungureanu Dragomir Nistor Barbu Florea',
    rarer: {
      beginnings: 'Albu Ander Băl Cern Diac Filip Grig Iord Luc Man Neg Oprit Petr Rom Sandu Tăn Vasil Zamf',
      endings: 'escu eanu aru oiu iu ici',
      share: 0.45,
    },
  },
  {
    name: 'Lithuania, Latvia and Bulgaria',
    share: 16,
    girls:
      'Emilija Ugnė Kamilė Gabija Viktorija Elizabete Sofija Anna Marija Raya Mariya Yoana Simona Teodora Gabriela Austėja Liepa',
    boys: 'Lukas Matas Nojus Dovydas Jonas Kristaps Roberts Georgi Aleksandar Martin Dimitar Ivan Nikola Viktor Boris Tomas Emilis',
    surnames:
      'Kazlauskas Petrauskas Jankauskas Stankevičius Vasiliauskas Žukauskas Butkus Bērziņš Kalniņš Ozols Ivanov Georgiev Dimitrov Petrov Nikolov Hristov Stoyanov Todorov',
    ofGirls: (surname) => lithuanianGirl(slavicGirl(surname)),
  },
  {
    name: 'Ukraine and Russia',
    share: 12,
    girls:
      'Sofiia Anna Mariia Anastasiia Daria Polina Veronika Yelyzaveta Kateryna Oleksandra Milana Yeva Alina Viktoriia',
    boys: 'Artem Maksym Danylo Oleksandr Dmytro Nazar Bohdan Illia Tymofii Mykhailo Ivan Andrii Kyrylo Yehor',
    surnames:
      'Melnyk Shevchenko Kovalenko Bondarenko Boiko Tkachenko Kravchenko Oliynyk Koval Shevchuk Polishchuk Ivanov Petrov Smirnov Volkov Moroz Lysenko Rudenko Savchenko',
    ofGirls: slavicGirl,
    firstOfJanuary: 2,
  },
  {
    name: 'Portugal, Spain, Italy and Brazil',
    share: 22,
    girls:
      'Sofia Maria Beatriz Matilde Leonor Lucía Martina Giulia Aurora Laura Valentina Carolina Mariana Ana Inês Clara Camila Alba Isabella Júlia',
    boys: 'Francisco João Santiago Afonso Martim Mateo Leonardo Lorenzo Hugo Pablo Rodrigo Miguel Tomás Gabriel Enzo Rafael Diego Alejandro Pedro Davi',
    surnames:
      'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes García Fernández González López Martínez Sánchez Pérez Rossi Russo Ferrari Esposito Bianchi Romano Almeida Carvalho Ribeiro Pinto Teixeira',
    firstOfJanuary: 0,
  },
  {
    name: 'Roma, Slovakia, Czechia and Hungary',
    share: 10,
    girls: 'Vanesa Nikola Kristína Viktória Patrícia Dominika Vivien Hanna Zoé Jázmin Natália Simona',
    boys: 'Dávid Kevin Patrik Tomáš Lukáš Marek Bence Máté Dominik Erik René Marcel',
    surnames:
      'Horváth Nagy Kovács Tóth Szabó Varga Kováč Balog Oláh Rafael Conka Ščuka Pokuta Gaži Lakatos Molnár Baláž',
    ofGirls: (surname, chance) => (chance < 0.6 && /[čžkš]$/.test(surname) ? `${surname}ová` : surname),
  },
];
