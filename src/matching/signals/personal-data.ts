import type { SignalsByRule } from './signal.ts';

/** Standard 1: personal confidential data, from what we hold to how it is destroyed. */
export const PERSONAL_DATA_SIGNALS: SignalsByRule = {
  '1.1.1': {
    titles: `
      ico registration|register|certificate|entry|number|fee|renewal; data_protection fee|registration|renewal;
      information_commissioner registration|register|certificate|entry|fee; ico *0.5; fee payer;
      ico|information_commissioner paid|payment|receipt|invoice`,
    says: `
      registration reference; registered with the ICO; ICO registration; date registered; registration expires;
      tier 1; public register; fee paid; registered as a data controller; ICO entry; certificate of registration;
      register of data controllers; Information Commissioner's register; registered with the Information Commissioner;
      renewed by direct debit; data controller registration; annual fee; entry on the register; fee was paid;
      registration is renewed; payment tier; registration number; tier 2; order reference`,
  },
  '1.1.2': {
    titles: `
      ropa; record|register processing activity|register; record_processing; information asset register|inventory|list|log|owner;
      iar; information asset *0.8; data flow map|register|diagram|log|list; data flow *0.9; dataflow; data mapping; article 30;
      personal data inventory|register|audit|list; data inventory|register *0.8; processing register|inventory|log -signup *0.8;
      asset_register ropa; information asset processing; what|which hold|held|have|keep data|information|details|why|where;
      hold|held why|where`,
    columns: `
      purpose + lawful|legal|basis; lawful|legal|basis + recipient|retention|subject|category; information_asset + owner;
      asset + personal|data|sensitivity|information + owner|protection|protected + location|held|system|where;
      source|from|sender + destination|to|recipient|receiver + data|information;
      processing|activity + purpose + retention|recipient|basis|subject;
      data|information + flow|transfer|method + recipient|destination|to;
      personal_data|data_held + where|location|held|system + owner|who|shared;
      data|information|activity + whom|whose|subject + why|purpose|basis|shared`,
    says: `
      purposes of processing; categories of personal data; categories of data subjects; recipients of personal data;
      data held; joint controller; as processor for; as a processor; what is held; about whom; goes to;
      who we share it with; where it is kept; information we hold; the reason; who gets it; legal ground;
      how it is looked after; what we hold; whose data; lawful basis; data subjects; categories of data;
      where it is stored; shared with; special category; Article 6; Article 9; data flows; flows out;
      transfers outside; source of the data; information assets; asset owner; processing activity;
      we act as processor; we are the processor; systems that hold; kept in; legal basis`,
  },
  '1.1.3': {
    titles: `
      privacy notice|statement; fair_processing; transparency notice|statement|information;
      privacy policy website|site|app|customer|patient|user|public|staff|applicant|candidate;
      privacy policy -management -governance *0.6; privacy @notice; how_use information|data;
      cookie|cookies notice|policy|statement|privacy|banner; privacy cookie;
      subject access request|procedure|register|log|policy *0.8; sar|dsar|srr procedure|register|log|policy|process *0.8;
      data subject|individual right|request *0.9; individual right policy|procedure|log|register *0.8; your data;
      how|what use|do|happens your|information|details data|information|details;
      information|data hold|keep about you|people|users; about information|data your|you; your|you information|data|details`,
    columns: `
      request + subject|requester|individual|person + type|right|received + due|responded|response|completed|closed;
      right + request|requester + received|date + due|response|responded|outcome`,
    says: `
      how we use your; we collect your; your personal data; your rights; your information; right to object;
      right of access; complain to the ICO; lodge a complaint; who we share; how long we keep; subject access request;
      right to erasure; we collect; ask for a copy; ask us to correct; complain to; when you use; you can ask;
      you have the right; we are the controller; who we are; what we collect; information we collect; share your;
      keep your; we keep your; contact our data protection officer; automated decisions; copy of your; correct your;
      have it corrected; delete your; details you give us; we never sell; why we use; rights you have; Wycliffe House;
      withdraw your`,
  },
  '1.1.6': {
    titles: `
      consent -cookie; confidentiality_duty; common_law; lawful|legal basis statement|assessment|register;
      consent form|procedure|policy|log|record|review -cookie; sharing consent; asking permission|agreement|agree;
      permission share; asking sharing|before`,
    columns: `
      consent + date|given|recorded|withdrawn`,
    says: `
      withdraw consent; consent is recorded; asked for consent; consent to share; explicit consent; implied consent;
      common law duty; withdraws consent; reasonable expectations; before we pass; write down the answer;
      change their mind; ask the patient; asked for their agreement; say no; agreed to share; ask for consent;
      gives consent; consent is asked; record of consent; verbal consent; written consent; consent may be withdrawn;
      permission to share; lawful basis we rely on; no surprises; direct care; reviewed how we ask;
      capacity to consent; refuse consent; agree to share`,
  },
  '1.2.4': {
    titles: `
      optout; ndoo; ndo; national optout; data optout; secondary use *0.8`,
    says: `
      national data opt-out; opt-out applies; opted out; does not apply to; research and planning; individual care;
      opt-out does not; planning purposes; beyond their own care; not to have their data used; patients' choice;
      not for research; for planning; disclose confidential patient information; do not disclose;
      confidential patient information; beyond individual care; out of scope of the opt-out; check for opt-outs; MESH;
      opt-out policy; in scope of the opt-out; use for research; right to opt out; data used for research; opt-outs`,
  },
  '1.3.7': {
    titles: `
      privacy|data_protection design|default -assessment; design default; data minimisation; pseudonymisation|anonymisation;
      article 25; privacy engineering; need_know *0.8`,
    says: `
      by design; by default; data minimisation; minimum data; only the data we need; pseudonymised; before we build;
      default settings; privacy considered; collect less; least data; only what we need; the minimum;
      private by default; collect only; the least data; hide identifiers; narrowest setting; strictest setting;
      setting that protects; test data; synthetic data; invented data; fields we need; really need;
      from the first sketch; from the start; privacy screen; data we do not need; masked; identifiers are removed;
      never asks for; as little data`,
  },
  '1.3.8': {
    titles: `
      dpia; data_protection_impact; privacy_impact; impact_assessment -business -equality -quality; pia; privacy screening;
      dpia screening|template|procedure|register|log|policy; legitimate_interest_assessment *0.5;
      before start|build|new project|feature|system privacy|data; new project privacy|data check|screening|form;
      before build|start|launch|change`,
    columns: `
      dpia; project + high_risk|screening|sign|dpo|outcome`,
    says: `
      DPIA; impact assessment; necessity and proportionality; screening; describe the processing;
      nature, scope, context; consult; measures to reduce; likely to result in a high risk; DPO advice;
      risks to people; answers the questions; risk to patients; assessment of risks; screening questions; DPO helps;
      impact on privacy; new processing; new use; large scale; profiling; DPO's advice;
      advice of the Data Protection Officer; prior consultation; necessary and proportionate; consulted;
      risk to individuals; risks to individuals; new kind of processing; description of processing; describe the data;
      before work starts; before go-live; project may; new project; measures that reduce`,
  },
  '1.3.11': {
    titles: `
      byod; bring_own device; own device|phone|laptop|kit|equipment; personal device|phone|laptop|mobile|kit|equipment|tablet;
      personally_owned; private|privately device|phone|owned; mobile application management;
      your phone|mobile|laptop|device work|email|mail|data;
      remote|home|mobile working|worker policy|procedure|guidance *0.6`,
    columns: `
      device + personal|own|byod + agreement|signed|enrolled`,
    says: `
      personal device; phone of your own; laptop of your own; phones of their own; company portal app; work mail on; own phone; own phones; own laptop; personally owned; own device; work profile; selective wipe;
      enrolled; private phone; your own; own mobile; remove our data; work mail on; work email on; your own phone;
      read work mail; phone they own; devices they own; private devices; managed application; erase its own data;
      erase company data; home computer; register the device; device of their own; their own phone; their own devices;
      staff-owned; personal telephone; family computer; non-company; company profile`,
  },
  '1.3.12': {
    titles: `
      paper offsite|home|transit|office|away|out|leaving|travel|transport; paper record|file|document|notes;
      hard_copy record|transit|offsite|handling; record offsite|transit|removal|transport; paperless;
      carry|transport|removing|taking paper|record|document|file -destroying -waste -shredding; printed record|home|paper *0.8;
      document transit; papers|printouts|printed_notes; notes|files|paper car|bag|train|travel`,
    columns: `
      file|paper|record|document + out|taken|signed + returned|back|in`,
    says: `
      paper records; printed; print at home; locked bag; lockable bag; boot of the car; car boot; off site; carried;
      no paper; paper copies; signed out; left in a car; taken home; paper leaves; leaves the building;
      leave the office; signed out and in; not left in a car; left in the car; left in a vehicle; carried in;
      notes taken; paper with; paper files; paper notes; printed lists; patient lists; home printing;
      returned to the office; closed bag; in an envelope; carrying papers; folder is; papers are`,
  },
  '1.3.13': {
    titles: `
      physical|environmental security|control|access|safeguard; physical *0.7; premises security|access|control|lock;
      office|building|site|premises security|access|entry|lock|unlocking|alarm; visitor; clear_desk; clear_screen; clean_desk;
      key|keyholder|fob|badge register|log|holder|list -recovery -management -contact; keyholder; cctv;
      door entry|access|codes|keys; server_room; environmental @policy|procedure -sustainability *0.5; locking up|office;
      door|locks|keys|fobs office|building|who|front; who key|fob; getting into|in office|building|premises;
      datacenter|datacentre|data_centre policy|security|access; facility|workplace|site access|security|policy;
      secure area|room|zone; workstation policy|security *0.5`,
    columns: `
      visitor|host + in|arrived|arrival|time + out|left|departure|badge; key|fob|badge + holder|issued|held;
      visitor + company|host`,
    says: `
      visitors sign in; door entry; fob; alarm; lockable cabinet; locked cabinet; reception; CCTV; key holders;
      swipe card; locked room; premises; escorted; keypad; co-working; serviced office; building; front door;
      locked office; key safe; sign in at reception; outer door; visitors are; visitors book; sign the book;
      accompanied; sets the alarm; alarm is set; filing cabinets; cabinets are locked; desks are cleared;
      cleared at night; landlord; comms room; entry code; door code; intruder; passes are; last person out; keys are;
      shutters; lobby; out of hours access; door is; locked when`,
  },
  '1.3.14': {
    titles: `
      mobile device|phone|handset|security -medical -personal -own;
      phone security|policy|lost|stolen|loss|management|work|company -personal -own -list -tree; smartphone; mdm;
      mobile_device_management; lost|stolen device|phone|handset|laptop|equipment; mobile -medical -personal -own *0.6; handset;
      remote wipe; tablet phone *0.7; lost|missing|stolen phone|mobile; phone safe|safely|rules|lock`,
    says: `
      work phone; work phones; company phone; remote wipe; wiped remotely; find my; six-digit; PIN; fingerprint;
      lost phone; stolen phone; SIM; mobile phone; handset; handsets; company handset; company phones;
      company telephone; wiped from; wipes it remotely; wiped from a distance; locks after; auto-lock; lost or stolen;
      stolen handset; loss is reported; reports the loss; enrolled in Intune; phones are enrolled; blocked SIM;
      find the phone; missing phone; phone is lost`,
  },
  '1.4.1': {
    titles: `
      retention -backup -log; retention schedule|timetable|policy|period|register -backup -log; how_long keep|kept|record|hold;
      record management archive|retention|policy *0.9; archiving record|policy|data *0.8; disposal schedule; keep|kept long;
      records_management *0.8; deletion schedule|policy|timetable; how_long keep|kept|hold;
      when delete|destroy|throw records|data|information|files; keeping times|timetable|periods`,
    columns: `
      record|data|information|document + retention|keep|kept;
      record|data|type + period|long|years + trigger|start|from|end|action|disposal|basis; retention_period`,
    says: `
      retention period; kept for; keep for; years after; Records Management Code of Practice; end of contract;
      at the end of the period; retention schedule; review and destroy; legal hold; years from; months after;
      destroyed after; delete after; deleted after; last contact; kept until; keep until; how long; then deleted;
      disposal action; from when; review at end; minimum period; deleted when; years from the end; kept no longer;
      end of the contract; held for`,
  },
  '1.4.2': {
    titles: `
      confidential waste; shredding agreement|contract|service|terms|collection|supplier|company;
      certificate destruction|disposal|erasure; destruction contract|agreement|service|supplier|third|certificate; itad;
      it_asset_disposal; weee; disposal contract|agreement|supplier|contractor|certificate|collection;
      waste collection|transfer|contract|agreement; destroying|shredding|crushing agreement|contract|terms|paper|disk;
      taking|collecting away|collection destroying|shredding|waste|confidential; destruction @contract|certificate;
      shredding|disposal @contract|certificate|email; shred van|firm|company|collection|lorry`,
    says: `
      destruction certificate; certificate of destruction; collected; collection; shredded; the contractor;
      waste transfer note; BS EN 15713; right to audit; the supplier destroys; consoles; sealed; shredding company;
      collects locked; locked consoles; locked bins; destroys the contents; certificate for each; may inspect;
      waste carrier; licensed carrier; disposal company; recycling firm; collection day; recycler; disposal firm;
      destruction on site; waste bags; contractor destroys; driver`,
  },
  '1.4.3': {
    titles: `
      disposal -contract -agreement -schedule -certificate;
      disposal secure|log|form|procedure|policy|media|equipment|register|record -contract -certificate;
      destruction log|procedure|secure|policy|record|in-house -contract -certificate; wipe|wiping|erasure|sanitisation -remote;
      shred log|procedure|own|office|guide; media sanitisation|disposal|destruction|handling; getting rid;
      decommission kit|laptop|device|equipment *0.8; asset disposal;
      old|dead|end laptops|kit|disks|drives|equipment -support -run -running -still *0.7; throwing away|out; binning|shredder;
      laptop|device|disk|drive|phone|media wipe|wiping|erasure -remote -lost;
      laptop|device|disk|drive|equipment wipe log|record|form|certificate -remote -lost`,
    columns: `
      dispose + method|wiped|wipe|erased|how; method|wiped|wipe + serial|asset|item|device + date|by|who;
      destroyed|shredded + method|how|by`,
    says: `
      cross-cut shredder; wiped; secure erase; factory reset; overwritten; crypto erase; shred; shredded by; drilled;
      nothing can be recovered; before reuse; disposal method; securely erased; erased with; drives are erased;
      drives are wiped; before it is reused; through the shredder; wiped with; serial number is recorded; two passes;
      physically destroyed; destroyed in-house; overwriting; reset to factory; erasure; wiping; serial and method;
      destroyed by us; hammer; erase`,
  },
};
