/** The organisations of the first layer: who the invented partnership is made of. Keys are those of its framework. */

export type OrganisationKind =
  | 'council'
  | 'youth justice'
  | 'health'
  | 'police'
  | 'fire and rescue'
  | 'education'
  | 'early years'
  | 'housing'
  | 'charity'
  | 'youth group'
  | 'business';

export type Organisation = {
  key: string;
  name: string;
  kind: OrganisationKind;
  /** for people: what it does for children, in a sentence */
  about: string;
  /** keys of the zones it works in; all of them where none is named */
  zones: readonly string[];
};

export const organisations: readonly Organisation[] = [
  everywhere('council-leadership', 'council', {
    name: 'Brackenshire Council: Leadership and Strategy',
    about: 'Brings the partners together and keeps the promise in one place.',
  }),
  everywhere('early-help', 'council', {
    name: 'Brackenshire Council: Early Help and Family Hubs',
    about: 'Seven family hubs, and workers who come round.',
  }),
  everywhere('childrens-social-care', 'council', {
    name: "Brackenshire Council: Children's Social Care",
    about: 'Protects children from harm and cares for those who cannot live at home.',
  }),
  everywhere('education-and-inclusion', 'council', {
    name: 'Brackenshire Council: Education and Inclusion',
    about: 'School places, attendance, and help with special educational needs.',
  }),
  everywhere('public-health', 'council', {
    name: 'Brackenshire Council: Public Health',
    about: 'Health visitors, school nurses, and everything that keeps people well.',
  }),
  everywhere('buses-and-travel', 'council', {
    name: 'Brackenshire Council: Buses and School Travel',
    about: 'Gets children there, and now and then home again.',
  }),
  everywhere('libraries-and-parks', 'council', {
    name: 'Brackenshire Council: Libraries, Parks and Play',
    about: 'Books, swings, benches and a roof when it rains.',
  }),
  everywhere('youth-justice-service', 'youth justice', {
    name: 'Brackenshire Youth Justice Service',
    about: 'Helps young people to put things right, and to stay out of court.',
  }),
  everywhere('integrated-care-board', 'health', {
    name: 'NHS Brackenshire and Saltmoor Integrated Care Board',
    about: 'Plans and pays for health services.',
  }),
  everywhere('hospital-trust', 'health', {
    name: 'Coppermouth and Vale Hospitals NHS Trust',
    about: 'Births, broken arms and everything that cannot wait.',
  }),
  everywhere('community-health-trust', 'health', {
    name: 'Brackenshire Community Health NHS Trust',
    about: 'Midwives, therapists, and help for minds.',
  }),
  everywhere('police', 'police', {
    name: 'Brackenshire Police',
    about: 'Keeps people safe, with an officer for every zone team.',
  }),
  everywhere('fire-and-rescue', 'fire and rescue', {
    name: 'Brackenshire Fire and Rescue Service',
    about: 'Cadets, safe homes, and the loudest visit a nursery can have.',
  }),
  everywhere('harebell-schools-trust', 'education', {
    name: 'Harebell Schools Trust',
    about: 'Fourteen primary and secondary schools across the county.',
  }),
  local('alderwick-primary', 'education', {
    name: 'Alderwick Primary School',
    about: 'Ninety-one children, three teachers and a very old tortoise.',
    zones: ['alderwick'],
  }),
  local('elmstow-academy', 'education', {
    name: 'Elmstow Academy',
    about: 'A secondary school that plays music at break.',
    zones: ['elmstow'],
  }),
  local('gullhaven-high', 'education', {
    name: 'Gullhaven High School',
    about: 'The secondary school on the harbour.',
    zones: ['gullhaven'],
  }),
  everywhere('fernhythe-school', 'education', {
    name: 'Fernhythe School (special)',
    about: 'A school for children with complex needs, from 3 to 19.',
  }),
  everywhere('coppermouth-college', 'education', {
    name: 'Coppermouth College',
    about: 'Courses and apprenticeships from 16.',
  }),
  local('bramblecote-nursery', 'early years', {
    name: 'Bramblecote Nursery School',
    about: 'Mud, songs and a hundred and twenty small people.',
    zones: ['bramblecote'],
  }),
  everywhere('hearth-and-harbour', 'housing', {
    name: 'Hearth and Harbour Homes',
    about: 'Landlord of eleven thousand homes, with a worker for families.',
  }),
  everywhere('lantern-families', 'charity', {
    name: 'Lantern Families',
    about: 'Parents who walk beside parents.',
  }),
  local('saturday-barn', 'charity', {
    name: 'The Saturday Barn',
    about: 'Ropes, drums, paint and a roof, every Saturday, for whoever turns up.',
    zones: ['dunmarsh', 'elmstow', 'fernhythe'],
  }),
  everywhere('wayfinders', 'charity', {
    name: 'Wayfinders Youth Trust',
    about: 'Youth workers in parks, on slipways and at bus stops.',
  }),
  everywhere('open-gate', 'charity', {
    name: 'Open Gate Parent Carer Forum',
    about: 'Parents of disabled children, speaking for themselves.',
  }),
  everywhere('stay-a-while', 'charity', {
    name: 'Stay a While Young Carers',
    about: 'A break, a friend and a word with school for children who care for somebody.',
  }),
  everywhere('safe-shore', 'charity', {
    name: 'Safe Shore',
    about: 'Refuge and recovery after violence at home.',
  }),
  everywhere('welcome-table', 'charity', {
    name: 'The Welcome Table',
    about: 'Food, language and company for families who are new here.',
  }),
  everywhere('volunteers-alliance', 'charity', {
    name: 'Brackenshire Volunteers Alliance',
    about: 'Speaks for four hundred small groups, and finds them a room.',
  }),
  everywhere('young-brackens', 'youth group', {
    name: 'Young Brackens',
    about: 'The network that young people run. They wrote Our Big Ask.',
  }),
  everywhere('our-table', 'youth group', {
    name: 'Our Table',
    about: 'Children in care and care leavers, with a seat at every decision about them.',
  }),
  local('kite-club', 'youth group', {
    name: 'The Kite Club',
    about: 'For LGBT+ young people and their friends, Thursdays after six.',
    zones: ['coppermouth', 'gullhaven'],
  }),
  everywhere('employers-circle', 'business', {
    name: "Marlpit Employers' Circle",
    about: 'Sixty firms that open their doors to young people.',
  }),
];

type Facts = Pick<Organisation, 'name' | 'about'>;

function everywhere(key: string, kind: OrganisationKind, facts: Facts): Organisation {
  return { key, kind, ...facts, zones: [] };
}

function local(
  key: string,
  kind: OrganisationKind,
  facts: Facts & Pick<Organisation, 'zones'>,
): Organisation {
  return { key, kind, ...facts };
}
