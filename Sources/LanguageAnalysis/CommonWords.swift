/// Words that English texts hardly ever write with a capital within a sentence.
///
/// Counted in the training parts of the UD English treebanks EWT (CC BY-SA 4.0) and GUM (annotation CC BY 4.0), universaldependencies.org:
/// nine times or more in lower case, and seldom as a name. The second list adds what headlines are made of.
enum CommonWords {
    static let all: Set<Substring> = Set((counted + " " + ofHeadlines).split(separator: " "))

    private static let ofHeadlines = """
        accuses accused ablaze admits agrees ahead aide airstrike airstrikes alleges amid announces appeals appoints approves arrested arrests \
        ashore assassin assault backs ban bans bars battles beats bid blames blast blasts bloc blocks bombs bombing border brawl bribery broker \
        brokers budget buys cabinet captures caught ceasefire charged charges cites claims clash clashes clears coup court crackdown crash crisis \
        cuts deadly deal decree decries defends delays demands denies deploys deploy despite detained diplomat dies dispute downing drone drones drops \
        election elections embassy ends endorses envoy exile expels extradited extradition faces ferry fires firm fights floods forces fraud \
        freed frees fuel fund gains gets grip grilled guilty gunman gunmen halts hails hearing hits hostage hostages hunt impeaches impeachment \
        inflation indicted indicts inquiry invades invasion invests investigates jail jailed jails jet joins judge kidnap kidnapped kills killed landslide \
        lawmaker lawmakers launches leads leaks leaves lifts loan loses lawsuit massacre mayor meets merger militants minister missile missiles mourns murder \
        names nears negotiates nominates nominee nuclear offers oil orders ousted ousts parliament pardons passes peace pleads pledges plot police poll \
        polls premier president presidential prime prison prisoner prisoners probe projected protest protesters protests quake quits quizzed raid raids \
        rally ransom rapist ratify rebel rebels recall refugees rejects releases replaces resign resigns rescue riot rocket row ruling runoff sacks sanctions \
        scandal seeks seizes sells senator sends sentenced shooting shot signs sinks slams smuggling soars soldiers spokesman spy stabbed stabs standoff steps \
        strike strikes stocks storm storms strips sues suicide summit suspect suspects suspends swears swoop sworn takeover tackles tariff tariffs talks \
        threatens ties toll topples trade treaty trial troops truce tycoon unveils urges urged veils verdict vetoes victims visits vote votes voters vows warns \
        warship warships wave wins withdraws withdrawal wounded
        """

    private static let counted = """
        ability able about above abroad absolutely academic accept acceptable acceptance accepted access accident according account accounts \
        accurate achieve achieved achieving across acting action actions active activities activity acts actual actually add added adding addition \
        additional address addressed addresses adjust administration admitted adopted adult adults advance advanced advice advise aesthetic affect \
        affected afford affordable afraid after afternoon again against age agent agents ago agree agreed agriculture ahead aid all alleged \
        allocated allow allowed almost alone along already alright also alternative although always amazing among amounts analyses analysis \
        ancient and animal animals announced another answer answered answers ant anthrax ants any anybody anymore anyone anything anyway anyways \
        anywhere apart apartment apparently appear appearance appeared appears application applications applied apply appointment appreciate \
        appreciated approach appropriate approval approve approved approximately are area areas argue argument arms around arranged arrest \
        arrested arrival arrive arrived art article articles artist artistic artists artwork artworks aside ask asked asking aspect aspects \
        assassination assess assets assigned assist assistance assistant associated assume assuming assured asylum atmosphere attached attack \
        attacks attempt attempted attempts attend attended attention attorney audit author authorities availability available average avoid \
        awarded aware away awesome babies baby back backed background bad bag balance balloons band bar barely barn base based basic basically \
        basis bathroom battle beach beaches bear bears beat beautiful beauty became because become becomes becoming bed bedroom been before began \
        begin beginning begun behalf behavior behind being belief beliefs believe believed believes below benefit benefits best bet better between \
        beyond big bigger biggest bike billion biological bird birds birth birthday bit bite biting black blind blocks blog blood blow blue board \
        boarding boat bodies body bombs book booked books border born both bother bottom bought bowl box boy boys brain break breaking breaks \
        breathe brief brightness bring bringing brings broke broken brother brothers brought budget build building buildings built bulb bunch bus \
        buses business businesses busy but button buy buying cage cages cake call called calling calls came camera campaign can cancel candidate \
        candidates cap capability capable capacity capital car carbon card care career carefully carried carry carrying cars case cases cash cast \
        cat catch categories category cats caught cause caused causes census cent century certain certainly certificate challenge challenges \
        challenging chance change changed changes changing channel chapter character charge charged charges cheap cheaper check checked checking \
        cheese chemical chess chicken chickens child children chocolate choice choose chose circle circles circumstances cities citizens civil \
        claim claimed claims class clean cleaned cleaning clear clearly client climate close closed closely clothes clothing cocktail code coffee \
        cognition cognitive coincidence cold colleagues collected collection come comes comfortable coming command comment comments commercial \
        committed common communication communities community companies company compared comparison compete competition competitive complaint \
        complete completed completely complex computer concept concepts concern concerned concerning concerns concluded conclusion concrete \
        condition conditions conducted confidence confident confidential confirm confirmed conflict connected connection connections consider \
        considerable consideration considered considering consistent constantly constituency consumption contact contacted container contemporary \
        content context continue continued continues contract contracts contribution contributions control conversation conversations cooked cool \
        cooperation copies copy copyright core corner corporate correct cost costs could count counter countries country coup couple course \
        courses cover coverage covered create created creating creation credit crew crime crisis critical crop crops crucial cruise cultural \
        culture cultures current currently curves custom customer customers customs cut cuts cycle daily damage dance dangerous dark data date \
        dated dates dating daughter day days dead deal dealer dealing deals death debate decade decades decent decide decided decision decisions \
        decline deep deeply defeated defense defined defining definitely definition degree degrees deliberately delicious deliver delivered \
        delivery demand democracy demonstrate denied depending depends describe described description design designed desire desk despite \
        destination destroy destroyed detail detailed details determine determined develop developed developing development developments did die \
        died dies difference differences different difficult difficulty digital dining dinner direct direction directions directly director dirty \
        disability disappointed disaster discover discovered discuss discussed discussion distinction distinguished distributed diversity \
        divisions doctor document documentation documents does dog dogs doing dollar dollars domain donations done door double doubt down draft \
        dramatic draw dreams dress drink drinking drinks drive driver driving drop dropped drove drug drugs dry due duel during dust duty each \
        earlier early earned easier easily easy eat eaten eating economic economy education educational effect effective effects efficient effort \
        efforts eggs eight eighteen either elected election elections electrical electricity elements else elsewhere email emails emergency \
        employees employment encourage encouraged end ended enemy enforcement engine enjambment enjoy enjoyed enough ensure enter entering \
        entertainment entire entirely entity entry environment environmental episode equal equally equipment era error errors escape especially \
        essential essentially establish established establishment estimate etc even evening event events eventually ever every everybody everyday \
        everyone everything everywhere evidence evolution evolutionary exact exactly exam example examples excellent except exception excited \
        execute executed execution exhibit exist existing exists expanding expansion expect expectations expected expensive experience experienced \
        experiences experimental expert expertise experts expired explain explained explore exposure express expressed extend extended extent \
        extra extreme extremely eye eyes face faced facilities facility facing fact factors facts faculty failed failure fair fairly faith fall \
        false familiar families family famous fan fans fantastic far fashion fast fat father favor favorite fear feathers feature features fee \
        feed feeding feel feeling feels feet fell fellow felt female femur few fiction field fields fifteen fifty fight fighting figured figures \
        file filed files fill filled film filter final finally financial find finding findings fine finish finished fire firm first fish fit five \
        fix fixed flag flat flight flights floor flowers fluid fly focus focused folks follow followed following follows food foods foot football \
        for forced forces foreign foreigners forever forget forgot form formal format formed former forms forth forward found founder four fourth \
        free freedom freeze frequent frequently fresh friend friendly friends from front fuel full fully fun function functional fund fundamental \
        funded funding funds funny furniture further future gain game games gave gender generally generation generators geographical get gets \
        getting gift girl girlfriend girls give given gives giving glad glass goal goals goes going gon gone good gosh got gotten government \
        governments grab great greater greatest greatly grew grit gross ground grounds group groups grow growing growth guess guest guests guide \
        guidelines guns guy guys had hair half hamster hand handed handle handling hands happen happened happens happiness happy hard has hate \
        have having head headed heading headquarters heads health healthy hear heard hearing hearings heart heat heavy held helicopters hell help \
        helped helpful helping helps her here herself hide high higher highest highly hiking him himself hire his historical history hit hold \
        holding holds hole holiday home homes honest hope hopefully hopes horrible horror horse horses host hosting hot hotels hour hours \
        household houses housing how however huge human humanity humans hundred hundreds hurt husband ice idea ideas identified identify identity \
        ignore ill image images imagination imagine immediate immediately impact implementation implemented importance important impossible \
        impressed improve improvement inch incident include included includes including income increase increased increasing incredibly indeed \
        independent indicate indicates individual individuals industrial industry inflation influence influential info information informed \
        ingredients initial initially initiated initiative injury innovation insects inside insight inspired instance instant instead institutions \
        instructions instructor insurance intelligence intend intended interconnect interest interested interesting interests internal intervening \
        intervention interview interviewed interviews into introduce introduced investigate investigation investment invitation invited involved \
        involvement involving islamists issue issued issues item items its itself job jobs join joined journals judgments jump jury just keep \
        keeping kept key kid kids kill killed killing kind kinda kinds kitten kittens knew know knowing knowledge known knows lack land language \
        languages large largely larger largest laser last late later latest laugh launch launched law laws lead leader leaders leadership leading \
        learn learned learning leash least leave leaving led left leg legal legislation legislative legs lemon length less lesson let letter \
        letters level levels license licensed lie lies life light lighting lights like liked likely likes limb limited line lines linguistic link \
        links list listed listen lists literally literature little live lived lives living loading local located location locations lol long \
        longer longest look looked looking looks loss lost lot lots love loved lovely loves loving low lower luck lucky lunch machine mad made \
        mail mailings main mainly maintain maintained maintaining major majority make makes making male mama man manage management manager manner \
        manual many map market markets married mass massive match material materials mathematics matter matters maybe meal mean meaning means \
        meant measure meat mechanism media median medical medicine medium meet meeting meetings member members membership memory men mental \
        mention mentioned menu merely message messages met metal meter method methods middle might mile miles militant military million millions \
        mind mine minimum minor minute minutes miss missed missile missiles missing mission mistake mixed model models modern moment money month \
        monthly months moon moral morality more morning most mostly mother mountains mouse mouth move moved movement movements movie movies moving \
        much multiple murder murders muscle music must mutation myself nail name named names narrative natural nature near nearly necessarily \
        necessary neck need needed needs negative neighborhood nephew nervous nest never new newly next nice night nine none noon nor normal \
        normally northern nose not notch note noted notes nothing notice noticed notion novel now nuclear number numbers numerous object objects \
        observed obtain obtained obvious obviously occasions occupation occur occurred off offer offered offering offers office officer officers \
        offices official officials often oil okay old older oldest once one ones ongoing online only onto open opened opening operating operation \
        operations operators opinion opportunities opportunity opposed opposite option options order ordered organization organizations organized \
        origin original originally other others otherwise our ourselves out outer outside outstanding over overall overseas own owned owner owners \
        ozone package page pages paid pain painting paintings pair pan panel paper papers paperwork parakeet parents parking part participants \
        participate participation particles particular particularly parties parts pass passed passing passport past path patience patient pay \
        paying payment peace peaceful people per percent perfect perfectly performance performed perhaps period permanent person personal \
        personality personally perspective pet petroleum pets phase phone photo photography photos physical pick picked picture pictures piece \
        pieces pile pilot pipeline pizza place placed places plan plane planned planning plans plant plants play played player players playing \
        plays pleasant please pleased pleasure plenty plus poetry point pointed points police policies policy political politics pollution pool \
        poor popular population portion posed position positions positive possession possibilities possibility possible possibly post posted \
        potential poverty power powerful practice practices prefer prepare prepared presence present presentation presented press pressure pretty \
        prevent previous previously price prices pricing primarily primary principle print printed prior private probably problem problems \
        procedure procedures process processes processing produce produced producers product production products professional program programs \
        progress project projects promise promised proper properly property propose proposed protect protected protection proud prove provide \
        provided provides providing psychology public publication published pull pulled purchase purchased pure purpose purposes push pushed put \
        puts putting quality quarter quartile question questions quick quickly quiet quite quote quoted rabbit race racial radiation rain raise \
        raised ran range rare rat rate rates rather rays reach reached reaction read readers reading ready real reality realize really reason \
        reasonable reasons recall receive received receives receiving recent recently recipient recognize recognized recommend recommended \
        reconciliation record reduced refer reference referred refers reflect reflects refused regard regarding regards regime region regional \
        registered regular regularly related relation relations relationship relationships relative relatively relaxed release released relevant \
        reliable religion religious remain remained remains remember reminder remove removed rental repair replace replaced replication reply \
        report reported reportedly reports represent representative represents reputation request requested requests require required requirements \
        requires research researchers reserves residential resources respect respond response responses responsibilities responsibility \
        responsible rest restaurant restaurants result resulted results retired return returned returning revealed review reviews revised rich \
        ride riding right rights rise risk role roles roll romantic room rooms root rose rough roughly round route routes rude rule rules run \
        running runs safe safety said sake sales salon same sample samples satellite save saw say saying says scale scared scenario scheduled \
        schools scientific scientists score scored screen search season seats second seconds secure see seeing seek seeking seem seemed seems seen \
        selection self sell selling send sending sense sent sentence separate serious seriously serve served server service services serving \
        session set sets settled settlers seven several severe sexual shall shape share shared she sheet shelf ship ships shirt shoes shop \
        shopping shops short shortly shot should show showed shower showing shown shows shut sick side sides sign signed significant signing signs \
        silver similar simple simply since single sink sister sit site sites sitting situation six size skills sleep slice slight slightly slow \
        small smaller smell snake snakes social society soft software soil sold soldiers solid solution some somebody somehow someone something \
        sometimes somewhat somewhere son song soon sore sorry sort sought sound sounds source sources space spacetime speak speaking special \
        species specific specifically spectacular speed spend spending spent spirit spiritual split spoke spoken spokesman spot spray spread \
        square stability staff stage stand standard standards standing stands stars start started starting stated statement statements statue \
        status stay stayed staying step steps still stock stop stopped store stores stories storm story straight strain strategies strategy \
        streets strength strengthen strike strong stronger strongly structure structures stuck student students studied studies studio study \
        studying stuff style subject subjects substantial success successful successfully such suffer suggest suggested suggesting suggestion \
        suggestions suggests suicide suit summary summer super supplies support supported supporters supporting supports supposed sure surface \
        surgery surprise surprised surrounded surrounding suspect suspected sweet syntactic system systematic systems table tail take taken takes \
        taking talk talked talking talks tank targets task taste taught tax taxes tea teacher teachers teaching team teams technical technique \
        technologies technology television tell telling tells temperature ten tend term terms terrible territory terror terrorism terrorist \
        terrorists test tested testing tests text than thank thanks that the their them theme themselves then theories theory there therefore \
        these they thing things think thinking thinks third thirty this those though thought thoughts thousand thousands threat three throat \
        through throughout throw thus ticket tickets till time times tiny tire title today together told tomorrow tonight too took tool top topic \
        total totally touch tour tourism tourist tourists toward towards town towns toxic track tracking trade trading tradition traffic train \
        trained training transaction transactions transfer translation transport transportation travel traveled traveling travelling treat treated \
        treatment treatments trial tried trillion trip troops trouble truck true truly trust truth try trying turn turned turning twelve twenty \
        twice two type types typical typically ultimately unable under understand understanding understood unique unit units unity universal \
        universities unknown unless until unusual update updated upon upper urban use used useful user users uses using usual usually vacation \
        valid valuable value values variety various vast vehicle vendors venture version versions very vet veteran via victory video videos view \
        views violence visa visit visited visiting visitors visits visual vlog voice vote voted votes wait waited waiting walk walked walking wall \
        wan want wanted wanting wants warm warming warned was wash waste watch watched watching water wave way ways wealth weapon weapons wear \
        wearing weather web website wedding week weekend weekly weeks weight welcome well went were wet what whatever wheel when whenever where \
        whether which while who whole whom whose why wide widely wife wild will willing win wind window windows wine wines wing winning wise wish \
        with within without wolf wolves woman women won wonder wonderful wondering word words work worked workers workforce working works world \
        worldwide worried worry worse worst would write writer writers writes writing written wrong wrote yeah year years yellow yes yesterday yet \
        yoga you young younger your yourself
        """
}
