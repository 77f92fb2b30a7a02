/* Generated from @types/office-js by src/apiCoverage/generate.ts. */

import type { ApiTypes } from './apiTypes.ts';

export const apiTypes: ApiTypes = {
  sets: [
    'ExcelApiOnline 1.1',
    'ExcelApiDesktop 1.1',
    'ExcelApi 1.11',
    'ExcelApi 1.9',
    'ExcelApi 1.1',
    'ExcelApi 1.6',
    'ExcelApi 1.14',
    'ExcelApi 1.3',
    'ExcelApi 1.2',
    'ExcelApi 1.4',
    'ExcelApi 1.8',
    'ExcelApi 1.7',
    'ExcelApi 1.12',
    'ExcelApi 1.19',
    'ExcelApi 1.16',
    'ExcelApi 1.15',
    'ExcelApi 1.10',
    'ExcelApi 1.17',
    'ExcelApi 1.20',
    'ExcelApi 1.5',
    'ExcelApi 1.21',
    'ExcelApi 1.18',
    'ExcelApi 1.13',
    'KeyboardShortcuts 1.1',
    'SharedRuntime 1.1',
    'SharedRuntime 1.2',
    'Mailbox 1.3',
    'Mailbox 1.8',
    'Mailbox 1.1',
    'Mailbox 1.7',
    'Mailbox 1.14',
    'Mailbox 1.13',
    'Mailbox 1.11',
    'Mailbox 1.10',
    'Mailbox 1.2',
    'Mailbox 1.15',
    'Mailbox 1.9',
    'Mailbox 1.6',
    'Mailbox 1.16',
    'IdentityAPI 1.3',
    'NestedAppAuth 1.1',
    'MatrixBindings',
    'BindingEvents',
    'HtmlCoercion',
    'ContextMenuApi 1.1',
    'RibbonApi 1.1',
    'RibbonApi 1.3',
    'CustomXmlParts',
    'DevicePermission 1.1',
    'DialogApi',
    'DialogApi 1.2',
    'DialogOrigin 1.1',
    'DocumentEvents',
    'ActiveView',
    'CompressedFile',
    'Selection',
    'Mailbox 1.5',
    'TaskPaneApi 1.1',
    'File',
    'RibbonApi 1.2',
    'Settings',
    'Mailbox 1.12',
    'OpenBrowserWindowApi 1.1',
    'PowerPointApi 1.10',
    'PowerPointApi 1.0',
    'PowerPointApi 1.8',
    'PowerPointApi 1.9',
    'PowerPointApi 1.4',
    'PowerPointApi 1.7',
    'PowerPointApi 1.6',
    'PowerPointApi 1.3',
    'PowerPointApi 1.2',
    'PowerPointApi 1.5',
    'WordApi 1.7',
    'WordApiDesktop 1.3',
    'WordApiDesktop 1.4',
    'WordApi 1.3',
    'WordApi 1.6',
    'WordApi 1.5',
    'WordApi 1.1',
    'WordApi 1.4',
    'WordApiDesktop 1.2',
    'WordApi 1.2',
    'WordApiDesktop 1.1',
    'WordApi 1.9',
    'WordApi 1.8',
    'WordApiHiddenDocument 1.3',
    'WordApiHiddenDocument 1.4',
    'WordApiHiddenDocument 1.5',
    'WordApiDesktop 1.5',
  ],
  enums: {
    'Excel.AggregationFunction':
      'Unknown|Automatic|Sum|Count|Average|Max|Min|Product|CountNumbers|StandardDeviation|StandardDeviationP|Variance|VarianceP',
    'Excel.ArrowheadLength': 'Short|Medium|Long',
    'Excel.ArrowheadStyle': 'None|Triangle|Stealth|Diamond|Oval|Open',
    'Excel.ArrowheadWidth': 'Narrow|Medium|Wide',
    'Excel.AutoFillType':
      'FillDefault|FillCopy|FillSeries|FillFormats|FillValues|FillDays|FillWeekdays|FillMonths|FillYears|LinearTrend|GrowthTrend|FlashFill',
    'Excel.BindingType': 'Range|Table|Text',
    'Excel.BorderIndex':
      'EdgeTop|EdgeBottom|EdgeLeft|EdgeRight|InsideVertical|InsideHorizontal|DiagonalDown|DiagonalUp',
    'Excel.BorderLineStyle': 'None|Continuous|Dash|DashDot|DashDotDot|Dot|Double|SlantDashDot',
    'Excel.BorderWeight': 'Hairline|Thin|Medium|Thick',
    'Excel.CalculationMode': 'Automatic|AutomaticExceptTables|Manual',
    'Excel.CalculationState': 'Done|Calculating|Pending',
    'Excel.CalculationType': 'Recalculate|Full|FullRebuild',
    'Excel.ChartAxisCategoryType': 'Automatic|TextAxis|DateAxis',
    'Excel.ChartAxisDisplayUnit':
      'None|Hundreds|Thousands|TenThousands|HundredThousands|Millions|TenMillions|HundredMillions|Billions|Trillions|Custom',
    'Excel.ChartAxisGroup': 'Primary|Secondary',
    'Excel.ChartAxisPosition': 'Automatic|Maximum|Minimum|Custom',
    'Excel.ChartAxisScaleType': 'Linear|Logarithmic',
    'Excel.ChartAxisTickLabelPosition': 'NextToAxis|High|Low|None',
    'Excel.ChartAxisTickMark': 'None|Cross|Inside|Outside',
    'Excel.ChartAxisTimeUnit': 'Days|Months|Years',
    'Excel.ChartAxisType': 'Invalid|Category|Value|Series',
    'Excel.ChartBinType': 'Category|Auto|BinWidth|BinCount',
    'Excel.ChartBoxQuartileCalculation': 'Inclusive|Exclusive',
    'Excel.ChartColorScheme':
      'ColorfulPalette1|ColorfulPalette2|ColorfulPalette3|ColorfulPalette4|MonochromaticPalette1|MonochromaticPalette2|MonochromaticPalette3|MonochromaticPalette4|MonochromaticPalette5|MonochromaticPalette6|MonochromaticPalette7|MonochromaticPalette8|MonochromaticPalette9|MonochromaticPalette10|MonochromaticPalette11|MonochromaticPalette12|MonochromaticPalette13',
    'Excel.ChartDataLabelPosition':
      'Invalid|None|Center|InsideEnd|InsideBase|OutsideEnd|Left|Right|Top|Bottom|BestFit|Callout',
    'Excel.ChartDataSourceType': 'LocalRange|ExternalRange|List|Unknown',
    'Excel.ChartDisplayBlanksAs': 'NotPlotted|Zero|Interplotted',
    'Excel.ChartErrorBarsInclude': 'Both|MinusValues|PlusValues',
    'Excel.ChartErrorBarsType': 'FixedValue|Percent|StDev|StError|Custom',
    'Excel.ChartGradientStyle': 'TwoPhaseColor|ThreePhaseColor',
    'Excel.ChartGradientStyleType': 'ExtremeValue|Number|Percent',
    'Excel.ChartLegendPosition': 'Invalid|Top|Bottom|Left|Right|Corner|Custom',
    'Excel.ChartLineStyle':
      'None|Continuous|Dash|DashDot|DashDotDot|Dot|Grey25|Grey50|Grey75|Automatic|RoundDot',
    'Excel.ChartMapAreaLevel': 'Automatic|DataOnly|City|County|State|Country|Continent|World',
    'Excel.ChartMapLabelStrategy': 'None|BestFit|ShowAll',
    'Excel.ChartMapProjectionType': 'Automatic|Mercator|Miller|Robinson|Albers',
    'Excel.ChartMarkerStyle':
      'Invalid|Automatic|None|Square|Diamond|Triangle|X|Star|Dot|Dash|Circle|Plus|Picture',
    'Excel.ChartParentLabelStrategy': 'None|Banner|Overlapping',
    'Excel.ChartPlotAreaPosition': 'Automatic|Custom',
    'Excel.ChartPlotBy': 'Rows|Columns',
    'Excel.ChartSeriesBy': 'Auto|Columns|Rows',
    'Excel.ChartSeriesDimension': 'Categories|Values|XValues|YValues|BubbleSizes',
    'Excel.ChartSplitType': 'SplitByPosition|SplitByValue|SplitByPercentValue|SplitByCustomSplit',
    'Excel.ChartTextHorizontalAlignment': 'Center|Left|Right|Justify|Distributed',
    'Excel.ChartTextVerticalAlignment': 'Center|Bottom|Top|Justify|Distributed',
    'Excel.ChartTickLabelAlignment': 'Center|Left|Right',
    'Excel.ChartTitlePosition': 'Automatic|Top|Bottom|Left|Right',
    'Excel.ChartTrendlineType': 'Linear|Exponential|Logarithmic|MovingAverage|Polynomial|Power',
    'Excel.ChartType':
      'Invalid|ColumnClustered|ColumnStacked|ColumnStacked100|3DColumnClustered|3DColumnStacked|3DColumnStacked100|BarClustered|BarStacked|BarStacked100|3DBarClustered|3DBarStacked|3DBarStacked100|LineStacked|LineStacked100|LineMarkers|LineMarkersStacked|LineMarkersStacked100|PieOfPie|PieExploded|3DPieExploded|BarOfPie|XYScatterSmooth|XYScatterSmoothNoMarkers|XYScatterLines|XYScatterLinesNoMarkers|AreaStacked|AreaStacked100|3DAreaStacked|3DAreaStacked100|DoughnutExploded|RadarMarkers|RadarFilled|Surface|SurfaceWireframe|SurfaceTopView|SurfaceTopViewWireframe|Bubble|Bubble3DEffect|StockHLC|StockOHLC|StockVHLC|StockVOHLC|CylinderColClustered|CylinderColStacked|CylinderColStacked100|CylinderBarClustered|CylinderBarStacked|CylinderBarStacked100|CylinderCol|ConeColClustered|ConeColStacked|ConeColStacked100|ConeBarClustered|ConeBarStacked|ConeBarStacked100|ConeCol|PyramidColClustered|PyramidColStacked|PyramidColStacked100|PyramidBarClustered|PyramidBarStacked|PyramidBarStacked100|PyramidCol|3DColumn|Line|3DLine|3DPie|Pie|XYScatter|3DArea|Area|Doughnut|Radar|Histogram|Boxwhisker|Pareto|RegionMap|Treemap|Waterfall|Sunburst|Funnel',
    'Excel.ChartUnderlineStyle': 'None|Single',
    'Excel.ClearApplyTo': 'All|Formats|Contents|Hyperlinks|RemoveHyperlinks|ResetContents',
    'Excel.CloseBehavior': 'Save|SkipSave',
    'Excel.ConditionalDataBarAxisFormat': 'Automatic|None|CellMidPoint',
    'Excel.ConditionalDataBarDirection': 'Context|LeftToRight|RightToLeft',
    'Excel.ConditionalFormatType':
      'Custom|DataBar|ColorScale|IconSet|TopBottom|PresetCriteria|ContainsText|CellValue',
    'Excel.ConditionalRangeBorderIndex': 'EdgeTop|EdgeBottom|EdgeLeft|EdgeRight',
    'Excel.ConditionalRangeBorderLineStyle': 'None|Continuous|Dash|DashDot|DashDotDot|Dot',
    'Excel.ConditionalRangeFontUnderlineStyle': 'None|Single|Double',
    'Excel.ConnectorType': 'Straight|Elbow|Curve',
    'Excel.ContentType': 'Plain|Mention',
    'Excel.DataSourceType': 'Unknown|LocalRange|LocalTable',
    'Excel.DataValidationType':
      'None|WholeNumber|Decimal|List|Date|Time|TextLength|Custom|Inconsistent|MixedCriteria',
    'Excel.DeleteShiftDirection': 'Up|Left',
    'Excel.DocumentPropertyType': 'Number|Boolean|Date|String|Float',
    'Excel.DynamicFilterCriteria':
      'Unknown|AboveAverage|AllDatesInPeriodApril|AllDatesInPeriodAugust|AllDatesInPeriodDecember|AllDatesInPeriodFebruray|AllDatesInPeriodJanuary|AllDatesInPeriodJuly|AllDatesInPeriodJune|AllDatesInPeriodMarch|AllDatesInPeriodMay|AllDatesInPeriodNovember|AllDatesInPeriodOctober|AllDatesInPeriodQuarter1|AllDatesInPeriodQuarter2|AllDatesInPeriodQuarter3|AllDatesInPeriodQuarter4|AllDatesInPeriodSeptember|BelowAverage|LastMonth|LastQuarter|LastWeek|LastYear|NextMonth|NextQuarter|NextWeek|NextYear|ThisMonth|ThisQuarter|ThisWeek|ThisYear|Today|Tomorrow|YearToDate|Yesterday',
    'Excel.FillPattern':
      'None|Solid|Gray50|Gray75|Gray25|Horizontal|Vertical|Down|Up|Checker|SemiGray75|LightHorizontal|LightVertical|LightDown|LightUp|Grid|CrissCross|Gray16|Gray8|LinearGradient|RectangularGradient',
    'Excel.FilterOperator': 'And|Or',
    'Excel.GeometricShapeType':
      'LineInverse|Triangle|RightTriangle|Rectangle|Diamond|Parallelogram|Trapezoid|NonIsoscelesTrapezoid|Pentagon|Hexagon|Heptagon|Octagon|Decagon|Dodecagon|Star4|Star5|Star6|Star7|Star8|Star10|Star12|Star16|Star24|Star32|RoundRectangle|Round1Rectangle|Round2SameRectangle|Round2DiagonalRectangle|SnipRoundRectangle|Snip1Rectangle|Snip2SameRectangle|Snip2DiagonalRectangle|Plaque|Ellipse|Teardrop|HomePlate|Chevron|PieWedge|Pie|BlockArc|Donut|NoSmoking|RightArrow|LeftArrow|UpArrow|DownArrow|StripedRightArrow|NotchedRightArrow|BentUpArrow|LeftRightArrow|UpDownArrow|LeftUpArrow|LeftRightUpArrow|QuadArrow|LeftArrowCallout|RightArrowCallout|UpArrowCallout|DownArrowCallout|LeftRightArrowCallout|UpDownArrowCallout|QuadArrowCallout|BentArrow|UturnArrow|CircularArrow|LeftCircularArrow|LeftRightCircularArrow|CurvedRightArrow|CurvedLeftArrow|CurvedUpArrow|CurvedDownArrow|SwooshArrow|Cube|Can|LightningBolt|Heart|Sun|Moon|SmileyFace|IrregularSeal1|IrregularSeal2|FoldedCorner|Bevel|Frame|HalfFrame|Corner|DiagonalStripe|Chord|Arc|LeftBracket|RightBracket|LeftBrace|RightBrace|BracketPair|BracePair|Callout1|Callout2|Callout3|AccentCallout1|AccentCallout2|AccentCallout3|BorderCallout1|BorderCallout2|BorderCallout3|AccentBorderCallout1|AccentBorderCallout2|AccentBorderCallout3|WedgeRectCallout|WedgeRRectCallout|WedgeEllipseCallout|CloudCallout|Cloud|Ribbon|Ribbon2|EllipseRibbon|EllipseRibbon2|LeftRightRibbon|VerticalScroll|HorizontalScroll|Wave|DoubleWave|Plus|FlowChartProcess|FlowChartDecision|FlowChartInputOutput|FlowChartPredefinedProcess|FlowChartInternalStorage|FlowChartDocument|FlowChartMultidocument|FlowChartTerminator|FlowChartPreparation|FlowChartManualInput|FlowChartManualOperation|FlowChartConnector|FlowChartPunchedCard|FlowChartPunchedTape|FlowChartSummingJunction|FlowChartOr|FlowChartCollate|FlowChartSort|FlowChartExtract|FlowChartMerge|FlowChartOfflineStorage|FlowChartOnlineStorage|FlowChartMagneticTape|FlowChartMagneticDisk|FlowChartMagneticDrum|FlowChartDisplay|FlowChartDelay|FlowChartAlternateProcess|FlowChartOffpageConnector|ActionButtonBlank|ActionButtonHome|ActionButtonHelp|ActionButtonInformation|ActionButtonForwardNext|ActionButtonBackPrevious|ActionButtonEnd|ActionButtonBeginning|ActionButtonReturn|ActionButtonDocument|ActionButtonSound|ActionButtonMovie|Gear6|Gear9|Funnel|MathPlus|MathMinus|MathMultiply|MathDivide|MathEqual|MathNotEqual|CornerTabs|SquareTabs|PlaqueTabs|ChartX|ChartStar|ChartPlus',
    'Excel.GroupOption': 'ByRows|ByColumns',
    'Excel.HeaderFooterState': 'Default|FirstAndDefault|OddAndEven|FirstOddAndEven',
    'Excel.HorizontalAlignment': 'General|Left|Center|Right|Fill|Justify|CenterAcrossSelection|Distributed',
    'Excel.IconSet':
      'Invalid|ThreeArrows|ThreeArrowsGray|ThreeFlags|ThreeTrafficLights1|ThreeTrafficLights2|ThreeSigns|ThreeSymbols|ThreeSymbols2|FourArrows|FourArrowsGray|FourRedToBlack|FourRating|FourTrafficLights|FiveArrows|FiveArrowsGray|FiveRating|FiveQuarters|ThreeStars|ThreeTriangles|FiveBoxes',
    'Excel.ImageFittingMode': 'Fit|FitAndCenter|Fill',
    'Excel.InsertShiftDirection': 'Down|Right',
    'Excel.KeyboardDirection': 'Left|Right|Up|Down',
    'Excel.LinkedDataTypeState': 'None|ValidLinkedData|DisambiguationNeeded|BrokenLinkedData|FetchingData',
    'Excel.LinkedEntityDataDomainRefreshMode': 'Unknown|Manual|OnLoad|Periodic',
    'Excel.LoadToType': 'ConnectionOnly|Table|PivotTable|PivotChart',
    'Excel.NamedItemScope': 'Worksheet|Workbook',
    'Excel.NamedItemType': 'String|Integer|Double|Boolean|Range|Error|Array',
    'Excel.NumberFormatCategory':
      'General|Number|Currency|Accounting|Date|Time|Percentage|Fraction|Scientific|Text|Special|Custom',
    'Excel.PageOrientation': 'Portrait|Landscape',
    'Excel.PaperType':
      'Letter|LetterSmall|Tabloid|Ledger|Legal|Statement|Executive|A3|A4|A4Small|A5|B4|B5|Folio|Quatro|Paper10x14|Paper11x17|Note|Envelope9|Envelope10|Envelope11|Envelope12|Envelope14|Csheet|Dsheet|Esheet|EnvelopeDL|EnvelopeC5|EnvelopeC3|EnvelopeC4|EnvelopeC6|EnvelopeC65|EnvelopeB4|EnvelopeB5|EnvelopeB6|EnvelopeItaly|EnvelopeMonarch|EnvelopePersonal|FanfoldUS|FanfoldStdGerman|FanfoldLegalGerman',
    'Excel.PictureColorType': 'Mixed|Automatic|GrayScale|BlackAndWhite|Watermark',
    'Excel.PictureFormat': 'UNKNOWN|BMP|JPEG|GIF|PNG|SVG',
    'Excel.PivotAxis': 'Unknown|Row|Column|Data|Filter',
    'Excel.PivotFilterType': 'Unknown|Value|Manual|Label|Date',
    'Excel.PivotLayoutType': 'Compact|Tabular|Outline',
    'Excel.Placement': 'TwoCell|OneCell|Absolute',
    'Excel.PrintComments': 'NoComments|EndSheet|InPlace',
    'Excel.PrintErrorType': 'AsDisplayed|Blank|Dash|NotAvailable',
    'Excel.PrintMarginUnit': 'Points|Inches|Centimeters',
    'Excel.PrintOrder': 'DownThenOver|OverThenDown',
    'Excel.QueryError':
      'Unknown|None|FailedLoadToWorksheet|FailedLoadToDataModel|FailedDownload|FailedToCompleteDownload',
    'Excel.RangeCopyType': 'All|Formulas|Values|Formats|Link',
    'Excel.RangeUnderlineStyle': 'None|Single|Double|SingleAccountant|DoubleAccountant',
    'Excel.RangeValueType': 'Unknown|Empty|String|Integer|Double|Boolean|Error|RichValue',
    'Excel.ReadingOrder': 'Context|LeftToRight|RightToLeft',
    'Excel.SaveBehavior': 'Save|Prompt',
    'Excel.ScrollWorkbookTabPosition': 'First|Last',
    'Excel.ShapeAutoSize': 'AutoSizeNone|AutoSizeTextToFitShape|AutoSizeShapeToFitText|AutoSizeMixed',
    'Excel.ShapeFillType': 'NoFill|Solid|Gradient|Pattern|PictureAndTexture|Mixed',
    'Excel.ShapeFontUnderlineStyle':
      'None|Single|Double|Heavy|Dotted|DottedHeavy|Dash|DashHeavy|DashLong|DashLongHeavy|DotDash|DotDashHeavy|DotDotDash|DotDotDashHeavy|Wavy|WavyHeavy|WavyDouble',
    'Excel.ShapeLineDashStyle':
      'Dash|DashDot|DashDotDot|LongDash|LongDashDot|RoundDot|Solid|SquareDot|LongDashDotDot|SystemDash|SystemDot|SystemDashDot',
    'Excel.ShapeLineStyle': 'Single|ThickBetweenThin|ThickThin|ThinThick|ThinThin',
    'Excel.ShapeScaleFrom': 'ScaleFromTopLeft|ScaleFromMiddle|ScaleFromBottomRight',
    'Excel.ShapeScaleType': 'CurrentSize|OriginalSize',
    'Excel.ShapeTextHorizontalAlignment': 'Left|Center|Right|Justify|JustifyLow|Distributed|ThaiDistributed',
    'Excel.ShapeTextHorizontalOverflow': 'Overflow|Clip',
    'Excel.ShapeTextOrientation':
      'Horizontal|Vertical|Vertical270|WordArtVertical|EastAsianVertical|MongolianVertical|WordArtVerticalRTL',
    'Excel.ShapeTextReadingOrder': 'LeftToRight|RightToLeft',
    'Excel.ShapeTextVerticalAlignment': 'Top|Middle|Bottom|Justified|Distributed',
    'Excel.ShapeTextVerticalOverflow': 'Overflow|Ellipsis|Clip',
    'Excel.ShapeType': 'Unsupported|Image|GeometricShape|Group|Line',
    'Excel.ShapeZOrder': 'BringToFront|BringForward|SendToBack|SendBackward',
    'Excel.SheetVisibility': 'Visible|Hidden|VeryHidden',
    'Excel.SlicerSortType': 'DataSourceOrder|Ascending|Descending',
    'Excel.SortBy': 'Ascending|Descending',
    'Excel.SortMethod': 'PinYin|StrokeCount',
    'Excel.SortOrientation': 'Rows|Columns',
    'Excel.SpecialCellType':
      'ConditionalFormats|DataValidations|Blanks|Constants|Formulas|SameConditionalFormat|SameDataValidation|Visible',
    'Excel.SpecialCellValueType':
      'All|Errors|ErrorsLogical|ErrorsNumbers|ErrorsText|ErrorsLogicalNumber|ErrorsLogicalText|ErrorsNumberText|Logical|LogicalNumbers|LogicalText|LogicalNumbersText|Numbers|NumbersText|Text',
    'Excel.SubtotalLocationType': 'AtTop|AtBottom|Off',
    'Excel.VerticalAlignment': 'Top|Center|Bottom|Justify|Distributed',
    'Excel.WindowState': 'maximized|minimized|normal',
    'Excel.WindowType': 'chartAsWindow|chartInPlace|clipboard|workbook',
    'Excel.WindowView': 'normalView|pageBreakPreview|pageLayoutView',
    'Excel.WorkbookLinksRefreshMode': 'Manual|Automatic',
    'Excel.WorksheetPositionType': 'None|Before|After|Beginning|End',
    'Office.AsyncResultStatus': 'Succeeded|Failed',
    'Office.BindingType': 'Text|Matrix|Table',
    'Office.CoercionType': 'text|matrix|table|html|ooxml|slideRange|image|xmlSvg',
    'Office.DevicePermissionType': 'camera|geolocation|microphone',
    'Office.DocumentMode': 'ReadOnly|ReadWrite',
    'Office.EventType':
      'ActiveViewChanged|AppointmentTimeChanged|AttachmentsChanged|BindingDataChanged|BindingSelectionChanged|DialogEventReceived|DialogMessageReceived|DialogParentMessageReceived|DocumentSelectionChanged|EnhancedLocationsChanged|InfobarClicked|InitializationContextChanged|ItemChanged|DragAndDropEvent|NodeDeleted|NodeInserted|NodeReplaced|OfficeThemeChanged|RecipientsChanged|RecurrenceChanged|ResourceSelectionChanged|SelectedItemsChanged|SensitivityLabelChanged|SettingsChanged|SpamReporting|TaskSelectionChanged|ViewSelectionChanged',
    'Office.FileType': 'Text|Compressed|Pdf',
    'Office.GoToType': 'Binding|NamedItem|Slide|Index',
    'Office.HostType': 'Word|Excel|PowerPoint|Outlook|OneNote|Project|Access',
    'Office.MailboxEnums.AppointmentSensitivityType': 'normal|personal|private|confidential',
    'Office.MailboxEnums.AttachmentType': 'base64|cloud|file|item',
    'Office.MailboxEnums.Days': 'mon|tue|wed|thu|fri|sat|sun|weekday|weekendDay|day',
    'Office.MailboxEnums.DelegatePermissions': 'Read|Write|DeleteOwn|DeleteAll|EditOwn|EditAll',
    'Office.MailboxEnums.InfobarActionType': 'Dismiss',
    'Office.MailboxEnums.InfobarType': 'Informational|ProgressIndicator|Error|Insight',
    'Office.MailboxEnums.MoveSpamItemTo': 'customFolder|deletedItemsFolder|junkFolder|noMove',
    'Office.MailboxEnums.OWAView': 'OneColumnNarrow|OneColumn|TwoColumns|ThreeColumns',
    'Office.MailboxEnums.OpenLocation':
      'AccountDocument|Camera|Local|OnedriveForBusiness|Other|PhotoLibrary|SharePoint',
    'Office.MailboxEnums.SaveLocation':
      'AccountDocument|Box|Dropbox|GoogleDrive|Local|OnedriveForBusiness|Other|PhotoLibrary|SharePoint',
    'Office.PlatformType': 'PC|OfficeOnline|Mac|iOS|Android|Universal',
    'Office.StartupBehavior': 'None|Load',
    'Office.Table': 'All|Data|Headers',
    'Office.ThemeId': 'Black|Colorful|DarkGray|White',
    'Office.VisibilityMode': 'Hidden|Taskpane',
    'PowerPoint.BindingType': 'Shape',
    'PowerPoint.BulletStyle':
      'Unsupported|AlphabetLowercasePeriod|AlphabetUppercasePeriod|ArabicNumeralParenthesisRight|ArabicNumeralPeriod|RomanLowercaseParenthesesBoth|RomanLowercaseParenthesisRight|RomanLowercasePeriod|RomanUppercasePeriod|AlphabetLowercaseParenthesesBoth|AlphabetLowercaseParenthesisRight|AlphabetUppercaseParenthesesBoth|AlphabetUppercaseParenthesisRight|ArabicNumeralParenthesesBoth|ArabicNumeralPlain|RomanUppercaseParenthesesBoth|RomanUppercaseParenthesisRight|SimplifiedChinesePlain|SimplifiedChinesePeriod|CircleNumberDoubleBytePlain|CircleNumberWideDoubleByteWhitePlain|CircleNumberWideDoubleByteBlackPlain|TraditionalChinesePlain|TraditionalChinesePeriod|ArabicAlphabetDash|ArabicAbjadDash|HebrewAlphabetDash|KanjiKoreanPlain|KanjiKoreanPeriod|ArabicDoubleBytePlain|ArabicDoubleBytePeriod|ThaiAlphabetPeriod|ThaiAlphabetParenthesisRight|ThaiAlphabetParenthesesBoth|ThaiNumeralPeriod|ThaiNumeralParenthesisRight|ThaiNumeralParenthesesBoth|HindiAlphabetPeriod|HindiNumeralPeriod|KanjiSimplifiedChineseDoubleBytePeriod|HindiNumeralParenthesisRight|HindiAlphabet1Period',
    'PowerPoint.BulletType': 'Unsupported|None|Numbered|Unnumbered',
    'PowerPoint.ConnectorType': 'Straight|Elbow|Curve',
    'PowerPoint.DocumentPropertyType': 'Boolean|Date|Number|String',
    'PowerPoint.GeometricShapeType':
      'LineInverse|Triangle|RightTriangle|Rectangle|Diamond|Parallelogram|Trapezoid|NonIsoscelesTrapezoid|Pentagon|Hexagon|Heptagon|Octagon|Decagon|Dodecagon|Star4|Star5|Star6|Star7|Star8|Star10|Star12|Star16|Star24|Star32|RoundRectangle|Round1Rectangle|Round2SameRectangle|Round2DiagonalRectangle|SnipRoundRectangle|Snip1Rectangle|Snip2SameRectangle|Snip2DiagonalRectangle|Plaque|Ellipse|Teardrop|HomePlate|Chevron|PieWedge|Pie|BlockArc|Donut|NoSmoking|RightArrow|LeftArrow|UpArrow|DownArrow|StripedRightArrow|NotchedRightArrow|BentUpArrow|LeftRightArrow|UpDownArrow|LeftUpArrow|LeftRightUpArrow|QuadArrow|LeftArrowCallout|RightArrowCallout|UpArrowCallout|DownArrowCallout|LeftRightArrowCallout|UpDownArrowCallout|QuadArrowCallout|BentArrow|UturnArrow|CircularArrow|LeftCircularArrow|LeftRightCircularArrow|CurvedRightArrow|CurvedLeftArrow|CurvedUpArrow|CurvedDownArrow|SwooshArrow|Cube|Can|LightningBolt|Heart|Sun|Moon|SmileyFace|IrregularSeal1|IrregularSeal2|FoldedCorner|Bevel|Frame|HalfFrame|Corner|DiagonalStripe|Chord|Arc|LeftBracket|RightBracket|LeftBrace|RightBrace|BracketPair|BracePair|Callout1|Callout2|Callout3|AccentCallout1|AccentCallout2|AccentCallout3|BorderCallout1|BorderCallout2|BorderCallout3|AccentBorderCallout1|AccentBorderCallout2|AccentBorderCallout3|WedgeRectCallout|WedgeRRectCallout|WedgeEllipseCallout|CloudCallout|Cloud|Ribbon|Ribbon2|EllipseRibbon|EllipseRibbon2|LeftRightRibbon|VerticalScroll|HorizontalScroll|Wave|DoubleWave|Plus|FlowChartProcess|FlowChartDecision|FlowChartInputOutput|FlowChartPredefinedProcess|FlowChartInternalStorage|FlowChartDocument|FlowChartMultidocument|FlowChartTerminator|FlowChartPreparation|FlowChartManualInput|FlowChartManualOperation|FlowChartConnector|FlowChartPunchedCard|FlowChartPunchedTape|FlowChartSummingJunction|FlowChartOr|FlowChartCollate|FlowChartSort|FlowChartExtract|FlowChartMerge|FlowChartOfflineStorage|FlowChartOnlineStorage|FlowChartMagneticTape|FlowChartMagneticDisk|FlowChartMagneticDrum|FlowChartDisplay|FlowChartDelay|FlowChartAlternateProcess|FlowChartOffpageConnector|ActionButtonBlank|ActionButtonHome|ActionButtonHelp|ActionButtonInformation|ActionButtonForwardNext|ActionButtonBackPrevious|ActionButtonEnd|ActionButtonBeginning|ActionButtonReturn|ActionButtonDocument|ActionButtonSound|ActionButtonMovie|Gear6|Gear9|Funnel|MathPlus|MathMinus|MathMultiply|MathDivide|MathEqual|MathNotEqual|CornerTabs|SquareTabs|PlaqueTabs|ChartX|ChartStar|ChartPlus',
    'PowerPoint.HyperlinkType': 'TextRange|Shape',
    'PowerPoint.ParagraphHorizontalAlignment':
      'Left|Center|Right|Justify|JustifyLow|Distributed|ThaiDistributed',
    'PowerPoint.PlaceholderType':
      'Unsupported|Date|SlideNumber|Footer|Header|Title|Body|CenterTitle|Subtitle|VerticalTitle|VerticalBody|Content|Chart|Table|OnlinePicture|SmartArt|Media|VerticalContent|Picture|Cameo',
    'PowerPoint.ShapeAutoSize': 'AutoSizeNone|AutoSizeTextToFitShape|AutoSizeShapeToFitText|AutoSizeMixed',
    'PowerPoint.ShapeFillType': 'NoFill|Solid|Gradient|Pattern|PictureAndTexture|SlideBackground',
    'PowerPoint.ShapeFontUnderlineStyle':
      'None|Single|Double|Heavy|Dotted|DottedHeavy|Dash|DashHeavy|DashLong|DashLongHeavy|DotDash|DotDashHeavy|DotDotDash|DotDotDashHeavy|Wavy|WavyHeavy|WavyDouble',
    'PowerPoint.ShapeLineDashStyle':
      'Dash|DashDot|DashDotDot|LongDash|LongDashDot|RoundDot|Solid|SquareDot|LongDashDotDot|SystemDash|SystemDot|SystemDashDot',
    'PowerPoint.ShapeLineStyle': 'Single|ThickBetweenThin|ThickThin|ThinThick|ThinThin',
    'PowerPoint.ShapeType':
      'Unsupported|Image|GeometricShape|Group|Line|Table|Callout|Chart|ContentApp|Diagram|Freeform|Graphic|Ink|Media|Model3D|Ole|Placeholder|SmartArt|TextBox',
    'PowerPoint.ShapeZOrder': 'BringForward|BringToFront|SendBackward|SendToBack',
    'PowerPoint.SlideBackgroundFillType': 'Unsupported|Solid|Gradient|PictureOrTexture|Pattern',
    'PowerPoint.SlideBackgroundGradientFillType': 'Unsupported|Linear|Radial|Rectangular|Path|ShadeFromTitle',
    'PowerPoint.SlideBackgroundPatternFillType':
      'Unsupported|Percent5|Percent10|Percent20|Percent25|Percent30|Percent40|Percent50|Percent60|Percent70|Percent75|Percent80|Percent90|Horizontal|Vertical|LightHorizontal|LightVertical|DarkHorizontal|DarkVertical|NarrowHorizontal|NarrowVertical|DashedHorizontal|DashedVertical|Cross|DownwardDiagonal|UpwardDiagonal|LightDownwardDiagonal|LightUpwardDiagonal|DarkDownwardDiagonal|DarkUpwardDiagonal|WideDownwardDiagonal|WideUpwardDiagonal|DashedDownwardDiagonal|DashedUpwardDiagonal|DiagonalCross|SmallCheckerBoard|LargeCheckerBoard|SmallGrid|LargeGrid|DottedGrid|SmallConfetti|LargeConfetti|HorizontalBrick|DiagonalBrick|SolidDiamond|OutlinedDiamond|DottedDiamond|Plaid|Sphere|Weave|Divot|Shingle|Wave|Trellis|ZigZag',
    'PowerPoint.SlideLayoutType':
      'Blank|Chart|ChartAndText|ClipArtAndText|ClipArtAndVerticalText|Comparison|ContentWithCaption|Custom|FourObjects|LargeObject|MediaClipAndText|Mixed|Object|ObjectAndText|ObjectAndTwoObjects|ObjectOverText|OrganizationChart|PictureWithCaption|SectionHeader|Table|Text|TextAndChart|TextAndClipArt|TextAndMediaClip|TextAndObject|TextAndTwoObjects|TextOverObject|Title|TitleOnly|TwoColumnText|TwoObjects|TwoObjectsAndObject|TwoObjectsAndText|TwoObjectsOverText|VerticalText|VerticalTitleAndText|VerticalTitleAndTextOverChart',
    'PowerPoint.TableStyle':
      'NoStyleNoGrid|ThemedStyle1Accent1|ThemedStyle1Accent2|ThemedStyle1Accent3|ThemedStyle1Accent4|ThemedStyle1Accent5|ThemedStyle1Accent6|NoStyleTableGrid|ThemedStyle2Accent1|ThemedStyle2Accent2|ThemedStyle2Accent3|ThemedStyle2Accent4|ThemedStyle2Accent5|ThemedStyle2Accent6|LightStyle1|LightStyle1Accent1|LightStyle1Accent2|LightStyle1Accent3|LightStyle1Accent4|LightStyle1Accent5|LightStyle1Accent6|LightStyle2|LightStyle2Accent1|LightStyle2Accent2|LightStyle2Accent3|LightStyle2Accent4|LightStyle2Accent5|LightStyle2Accent6|LightStyle3|LightStyle3Accent1|LightStyle3Accent2|LightStyle3Accent3|LightStyle3Accent4|LightStyle3Accent5|LightStyle3Accent6|MediumStyle1|MediumStyle1Accent1|MediumStyle1Accent2|MediumStyle1Accent3|MediumStyle1Accent4|MediumStyle1Accent5|MediumStyle1Accent6|MediumStyle2|MediumStyle2Accent1|MediumStyle2Accent2|MediumStyle2Accent3|MediumStyle2Accent4|MediumStyle2Accent5|MediumStyle2Accent6|MediumStyle3|MediumStyle3Accent1|MediumStyle3Accent2|MediumStyle3Accent3|MediumStyle3Accent4|MediumStyle3Accent5|MediumStyle3Accent6|MediumStyle4|MediumStyle4Accent1|MediumStyle4Accent2|MediumStyle4Accent3|MediumStyle4Accent4|MediumStyle4Accent5|MediumStyle4Accent6|DarkStyle1|DarkStyle1Accent1|DarkStyle1Accent2|DarkStyle1Accent3|DarkStyle1Accent4|DarkStyle1Accent5|DarkStyle1Accent6|DarkStyle2|DarkStyle2Accent1|DarkStyle2Accent2|DarkStyle2Accent3',
    'PowerPoint.TextVerticalAlignment': 'Top|Middle|Bottom|TopCentered|MiddleCentered|BottomCentered',
    'PowerPoint.ThemeColor':
      'Mixed|None|Accent1|Accent2|Accent3|Accent4|Accent5|Accent6|Dark1|Dark2|FollowedHyperlink|Hyperlink|Light1|Light2',
    'Word.Alignment': 'Mixed|Unknown|Left|Centered|Right|Justified',
    'Word.AnnotationState': 'Created|Accepted|Rejected',
    'Word.ApplyQuickStyleSet': 'SessionStart|Template',
    'Word.ArrowheadLength': 'Mixed|Short|Medium|Long',
    'Word.ArrowheadStyle': 'Mixed|None|Triangle|Open|Stealth|Diamond|Oval',
    'Word.ArrowheadWidth': 'Mixed|Narrow|Medium|Wide',
    'Word.AutoFitBehavior': 'FixedSize|Content|Window',
    'Word.AutoMacro': 'StartWord|New|Open|Close|Exit|Sync',
    'Word.BevelType':
      'mixed|none|relaxedInset|circle|slope|cross|angle|softRound|convex|coolSlant|divot|riblet|hardEdge|artDeco',
    'Word.BodyType': 'Unknown|MainDoc|Section|Header|Footer|TableCell|Footnote|Endnote|NoteItem',
    'Word.BorderLineStyle':
      'None|Single|Dot|DashSmallGap|DashLargeGap|DashDot|DashDotDot|Double|Triple|ThinThickSmallGap|ThickThinSmallGap|ThinThickThinSmallGap|ThinThickMedGap|ThickThinMedGap|ThinThickThinMedGap|ThinThickLargeGap|ThickThinLargeGap|ThinThickThinLargeGap|SingleWavy|DoubleWavy|DashDotStroked|Emboss3D|Engrave3D|Outset|Inset',
    'Word.BorderLocation': 'Top|Left|Bottom|Right|InsideHorizontal|InsideVertical|Inside|Outside|All',
    'Word.BorderType':
      'Mixed|None|Single|Double|Dotted|Dashed|DotDashed|Dot2Dashed|Triple|ThinThickSmall|ThickThinSmall|ThinThickThinSmall|ThinThickMed|ThickThinMed|ThinThickThinMed|ThinThickLarge|ThickThinLarge|ThinThickThinLarge|Wave|DoubleWave|DashedSmall|DashDotStroked|ThreeDEmboss|ThreeDEngrave',
    'Word.BorderWidth': 'None|Pt025|Pt050|Pt075|Pt100|Pt150|Pt225|Pt300|Pt450|Pt600|Mixed',
    'Word.BreakType': 'Page|Next|SectionNext|SectionContinuous|SectionEven|SectionOdd|Line',
    'Word.BuildingBlockType':
      'QuickParts|CoverPage|Equations|Footers|Headers|PageNumber|Tables|Watermarks|AutoText|TextBox|PageNumberTop|PageNumberBottom|PageNumberPage|TableOfContents|CustomQuickParts|CustomCoverPage|CustomEquations|CustomFooters|CustomHeaders|CustomPageNumber|CustomTables|CustomWatermarks|CustomAutoText|CustomTextBox|CustomPageNumberTop|CustomPageNumberBottom|CustomPageNumberPage|CustomTableOfContents|Custom1|Custom2|Custom3|Custom4|Custom5|Bibliography|CustomBibliography',
    'Word.BuiltInStyleName':
      'Other|Normal|Heading1|Heading2|Heading3|Heading4|Heading5|Heading6|Heading7|Heading8|Heading9|Toc1|Toc2|Toc3|Toc4|Toc5|Toc6|Toc7|Toc8|Toc9|FootnoteText|Header|Footer|Caption|FootnoteReference|EndnoteReference|EndnoteText|Title|Subtitle|Hyperlink|Strong|Emphasis|NoSpacing|ListParagraph|Quote|IntenseQuote|SubtleEmphasis|IntenseEmphasis|SubtleReference|IntenseReference|BookTitle|Bibliography|TocHeading|TableGrid|PlainTable1|PlainTable2|PlainTable3|PlainTable4|PlainTable5|TableGridLight|GridTable1Light|GridTable1Light_Accent1|GridTable1Light_Accent2|GridTable1Light_Accent3|GridTable1Light_Accent4|GridTable1Light_Accent5|GridTable1Light_Accent6|GridTable2|GridTable2_Accent1|GridTable2_Accent2|GridTable2_Accent3|GridTable2_Accent4|GridTable2_Accent5|GridTable2_Accent6|GridTable3|GridTable3_Accent1|GridTable3_Accent2|GridTable3_Accent3|GridTable3_Accent4|GridTable3_Accent5|GridTable3_Accent6|GridTable4|GridTable4_Accent1|GridTable4_Accent2|GridTable4_Accent3|GridTable4_Accent4|GridTable4_Accent5|GridTable4_Accent6|GridTable5Dark|GridTable5Dark_Accent1|GridTable5Dark_Accent2|GridTable5Dark_Accent3|GridTable5Dark_Accent4|GridTable5Dark_Accent5|GridTable5Dark_Accent6|GridTable6Colorful|GridTable6Colorful_Accent1|GridTable6Colorful_Accent2|GridTable6Colorful_Accent3|GridTable6Colorful_Accent4|GridTable6Colorful_Accent5|GridTable6Colorful_Accent6|GridTable7Colorful|GridTable7Colorful_Accent1|GridTable7Colorful_Accent2|GridTable7Colorful_Accent3|GridTable7Colorful_Accent4|GridTable7Colorful_Accent5|GridTable7Colorful_Accent6|ListTable1Light|ListTable1Light_Accent1|ListTable1Light_Accent2|ListTable1Light_Accent3|ListTable1Light_Accent4|ListTable1Light_Accent5|ListTable1Light_Accent6|ListTable2|ListTable2_Accent1|ListTable2_Accent2|ListTable2_Accent3|ListTable2_Accent4|ListTable2_Accent5|ListTable2_Accent6|ListTable3|ListTable3_Accent1|ListTable3_Accent2|ListTable3_Accent3|ListTable3_Accent4|ListTable3_Accent5|ListTable3_Accent6|ListTable4|ListTable4_Accent1|ListTable4_Accent2|ListTable4_Accent3|ListTable4_Accent4|ListTable4_Accent5|ListTable4_Accent6|ListTable5Dark|ListTable5Dark_Accent1|ListTable5Dark_Accent2|ListTable5Dark_Accent3|ListTable5Dark_Accent4|ListTable5Dark_Accent5|ListTable5Dark_Accent6|ListTable6Colorful|ListTable6Colorful_Accent1|ListTable6Colorful_Accent2|ListTable6Colorful_Accent3|ListTable6Colorful_Accent4|ListTable6Colorful_Accent5|ListTable6Colorful_Accent6|ListTable7Colorful|ListTable7Colorful_Accent1|ListTable7Colorful_Accent2|ListTable7Colorful_Accent3|ListTable7Colorful_Accent4|ListTable7Colorful_Accent5|ListTable7Colorful_Accent6',
    'Word.CalendarType':
      'Western|Arabic|Hebrew|Taiwan|Japan|Thai|Korean|SakaEra|TranslitEnglish|TranslitFrench|Umalqura',
    'Word.CellPaddingLocation': 'Top|Left|Bottom|Right',
    'Word.ChangeTrackingMode': 'Off|TrackAll|TrackMineOnly',
    'Word.ChangeTrackingState': 'Unknown|Normal|Added|Deleted',
    'Word.ChangeTrackingVersion': 'Original|Current',
    'Word.CharacterCase':
      'Next|Lower|Upper|TitleWord|TitleSentence|Toggle|HalfWidth|FullWidth|Katakana|Hiragana',
    'Word.CharacterWidth': 'Half|Full',
    'Word.CloseBehavior': 'Save|SkipSave',
    'Word.CoauthoringLockType': 'None|Reservation|Ephemeral|Changed',
    'Word.CollapseDirection': 'Start|End',
    'Word.ColorIndex':
      'Auto|Black|Blue|Turquoise|BrightGreen|Pink|Red|Yellow|White|DarkBlue|Teal|Green|Violet|DarkRed|DarkYellow|Gray50|Gray25|ClassicRed|ClassicBlue|ByAuthor',
    'Word.ColorType': 'rgb|scheme',
    'Word.ColumnWidth': 'Narrow|Default|Wide',
    'Word.CompatibilityMode': 'Word2003|Word2007|Word2010|Word2013|Current',
    'Word.ConditionCode':
      'FirstRow|LastRow|OddRowBanding|EvenRowBanding|FirstColumn|LastColumn|OddColumnBanding|EvenColumnBanding|TopRightCell|TopLeftCell|BottomRightCell|BottomLeftCell',
    'Word.ContentControlAppearance': 'BoundingBox|Tags|Hidden',
    'Word.ContentControlDateStorageFormat': 'Text|Date|DateTime',
    'Word.ContentControlLevel': 'Inline|Paragraph|Row|Cell',
    'Word.ContentControlType':
      'Unknown|RichTextInline|RichTextParagraphs|RichTextTableCell|RichTextTableRow|RichTextTable|PlainTextInline|PlainTextParagraph|Picture|BuildingBlockGallery|CheckBox|ComboBox|DropDownList|DatePicker|RepeatingSection|RichText|PlainText|Group',
    'Word.Continue': 'Disabled|List|Reset',
    'Word.CustomXmlNodeType': 'element|attribute|text|cData|processingInstruction|comment|document',
    'Word.DefaultListBehavior': 'Word97|Word2000|Word2002',
    'Word.DeleteCells': 'ShiftLeft|ShiftUp|EntireRow|EntireColumn',
    'Word.DocPartInsertType': 'Content|Paragraph|Page',
    'Word.DocumentEncoding':
      'Thai|JapaneseShiftJis|SimplifiedChineseGbk|Korean|TraditionalChineseBig5|UnicodeLittleEndian|UnicodeBigEndian|CentralEuropean|Cyrillic|Western|Greek|Turkish|Hebrew|Arabic|Baltic|Vietnamese|AutoDetect|JapaneseAutoDetect|SimplifiedChineseAutoDetect|KoreanAutoDetect|TraditionalChineseAutoDetect|CyrillicAutoDetect|GreekAutoDetect|ArabicAutoDetect|Iso88591Latin1|Iso88592CentralEurope|Iso88593Latin3|Iso88594Baltic|Iso88595Cyrillic|Iso88596Arabic|Iso88597Greek|Iso88598Hebrew|Iso88599Turkish|Iso885915Latin9|Iso88598HebrewLogical|Iso2022JpNoHalfwidthKatakana|Iso2022JpJisX02021984|Iso2022JpJisX02011989|Iso2022Kr|Iso2022CnTraditionalChinese|Iso2022CnSimplifiedChinese|MacRoman|MacJapanese|MacTraditionalChineseBig5|MacKorean|MacArabic|MacHebrew|MacGreek1|MacCyrillic|MacSimplifiedChineseGb2312|MacRomania|MacUkraine|MacLatin2|MacIcelandic|MacTurkish|MacCroatia|EbcdicUsCanada|EbcdicInternational|EbcdicMultilingualRoeceLatin2|EbcdicGreekModern|EbcdicTurkishLatin5|EbcdicGermany|EbcdicDenmarkNorway|EbcdicFinlandSweden|EbcdicItaly|EbcdicLatinAmericaSpain|EbcdicUnitedKingdom|EbcdicJapaneseKatakanaExtended|EbcdicFrance|EbcdicArabic|EbcdicGreek|EbcdicHebrew|EbcdicKoreanExtended|EbcdicThai|EbcdicIcelandic|EbcdicTurkish|EbcdicRussian|EbcdicSerbianBulgarian|EbcdicJapaneseKatakanaExtendedAndJapanese|EbcdicUsCanadaAndJapanese|EbcdicKoreanExtendedAndKorean|EbcdicSimplifiedChineseExtendedAndSimplifiedChinese|EbcdicUsCanadaAndTraditionalChinese|EbcdicJapaneseLatinExtendedAndJapanese|OemUnitedStates|OemGreek437G|OemBaltic|OemMultilingualLatinI|OemMultilingualLatinIi|OemCyrillic|OemTurkish|OemPortuguese|OemIcelandic|OemHebrew|OemCanadianFrench|OemArabic|OemNordic|OemCyrillicIi|OemModernGreek|EucJapanese|EucChineseSimplifiedChinese|EucKorean|EucTaiwaneseTraditionalChinese|IsciiDevanagari|IsciiBengali|IsciiTamil|IsciiTelugu|IsciiAssamese|IsciiOriya|IsciiKannada|IsciiMalayalam|IsciiGujarati|IsciiPunjabi|ArabicAsmo|ArabicTransparentAsmo|KoreanJohab|TaiwanCns|TaiwanTca|TaiwanEten|TaiwanIbm5550|TaiwanTeleText|TaiwanWang|Ia5Irv|Ia5German|Ia5Swedish|Ia5Norwegian|UsaAscii|T61|Iso6937NonSpacingAccent|Koi8R|ExtAlphaLowercase|Koi8U|Europa3|HzGbSimplifiedChinese|SimplifiedChineseGb18030|Utf7|Utf8',
    'Word.DocumentKind': 'NotSpecified|Letter|Email',
    'Word.DocumentPropertyType': 'String|Number|Date|Boolean',
    'Word.DocumentType': 'Document|Template|Frameset',
    'Word.DropPosition': 'None|Normal|Margin',
    'Word.EditorType': 'Current|Editors|Everyone|Owners',
    'Word.EmphasisMark': 'None|OverSolidCircle|OverComma|OverWhiteCircle|UnderSolidCircle',
    'Word.ExtrusionColorType': 'mixed|automatic|custom',
    'Word.FarEastLineBreakLanguageId': 'TraditionalChinese|Japanese|Korean|SimplifiedChinese',
    'Word.FarEastLineBreakLevel': 'Normal|Strict|Custom',
    'Word.FieldKind': 'None|Hot|Warm|Cold',
    'Word.FieldShading': 'Never|Always|WhenSelected',
    'Word.FieldType':
      'Addin|AddressBlock|Advance|Ask|Author|AutoText|AutoTextList|BarCode|Bibliography|BidiOutline|Citation|Comments|Compare|CreateDate|Data|Database|Date|DisplayBarcode|DocProperty|DocVariable|EditTime|Embedded|EQ|Expression|FileName|FileSize|FillIn|FormCheckbox|FormDropdown|FormText|GotoButton|GreetingLine|Hyperlink|If|Import|Include|IncludePicture|IncludeText|Index|Info|Keywords|LastSavedBy|Link|ListNum|MacroButton|MergeBarcode|MergeField|MergeRec|MergeSeq|Next|NextIf|NoteRef|NumChars|NumPages|NumWords|OCX|Page|PageRef|Print|PrintDate|Private|Quote|RD|Ref|RevNum|SaveDate|Section|SectionPages|Seq|Set|Shape|SkipIf|StyleRef|Subject|Subscriber|Symbol|TA|TC|Template|Time|Title|TOA|TOC|UserAddress|UserInitials|UserName|XE|Empty|Others|Undefined',
    'Word.FileSaveFormat':
      'Document|Template|Text|TextLineBreaks|DosText|DosTextLineBreaks|Rtf|UnicodeText|Html|WebArchive|FilteredHtml|Xml|XmlDocument|XmlDocumentMacroEnabled|XmlTemplate|XmlTemplateMacroEnabled|DocumentDefault|Pdf|Xps|FlatXml|FlatXmlMacroEnabled|FlatXmlTemplate|FlatXmlTemplateMacroEnabled|OpenDocumentText|StrictOpenXmlDocument',
    'Word.FillType': 'Mixed|Solid|Patterned|Gradient|Textured|Background|Picture',
    'Word.FlowDirection': 'LeftToRight|RightToLeft',
    'Word.FrameSizeRule': 'Auto|AtLeast|Exact',
    'Word.GeometricShapeType':
      'LineInverse|Triangle|RightTriangle|Rectangle|Diamond|Parallelogram|Trapezoid|NonIsoscelesTrapezoid|Pentagon|Hexagon|Heptagon|Octagon|Decagon|Dodecagon|Star4|Star5|Star6|Star7|Star8|Star10|Star12|Star16|Star24|Star32|RoundRectangle|Round1Rectangle|Round2SameRectangle|Round2DiagonalRectangle|SnipRoundRectangle|Snip1Rectangle|Snip2SameRectangle|Snip2DiagonalRectangle|Plaque|Ellipse|Teardrop|HomePlate|Chevron|PieWedge|Pie|BlockArc|Donut|NoSmoking|RightArrow|LeftArrow|UpArrow|DownArrow|StripedRightArrow|NotchedRightArrow|BentUpArrow|LeftRightArrow|UpDownArrow|LeftUpArrow|LeftRightUpArrow|QuadArrow|LeftArrowCallout|RightArrowCallout|UpArrowCallout|DownArrowCallout|LeftRightArrowCallout|UpDownArrowCallout|QuadArrowCallout|BentArrow|UturnArrow|CircularArrow|LeftCircularArrow|LeftRightCircularArrow|CurvedRightArrow|CurvedLeftArrow|CurvedUpArrow|CurvedDownArrow|SwooshArrow|Cube|Can|LightningBolt|Heart|Sun|Moon|SmileyFace|IrregularSeal1|IrregularSeal2|FoldedCorner|Bevel|Frame|HalfFrame|Corner|DiagonalStripe|Chord|Arc|LeftBracket|RightBracket|LeftBrace|RightBrace|BracketPair|BracePair|Callout1|Callout2|Callout3|AccentCallout1|AccentCallout2|AccentCallout3|BorderCallout1|BorderCallout2|BorderCallout3|AccentBorderCallout1|AccentBorderCallout2|AccentBorderCallout3|WedgeRectCallout|WedgeRRectCallout|WedgeEllipseCallout|CloudCallout|Cloud|Ribbon|Ribbon2|EllipseRibbon|EllipseRibbon2|LeftRightRibbon|VerticalScroll|HorizontalScroll|Wave|DoubleWave|Plus|FlowChartProcess|FlowChartDecision|FlowChartInputOutput|FlowChartPredefinedProcess|FlowChartInternalStorage|FlowChartDocument|FlowChartMultidocument|FlowChartTerminator|FlowChartPreparation|FlowChartManualInput|FlowChartManualOperation|FlowChartConnector|FlowChartPunchedCard|FlowChartPunchedTape|FlowChartSummingJunction|FlowChartOr|FlowChartCollate|FlowChartSort|FlowChartExtract|FlowChartMerge|FlowChartOfflineStorage|FlowChartOnlineStorage|FlowChartMagneticTape|FlowChartMagneticDisk|FlowChartMagneticDrum|FlowChartDisplay|FlowChartDelay|FlowChartAlternateProcess|FlowChartOffpageConnector|ActionButtonBlank|ActionButtonHome|ActionButtonHelp|ActionButtonInformation|ActionButtonForwardNext|ActionButtonBackPrevious|ActionButtonEnd|ActionButtonBeginning|ActionButtonReturn|ActionButtonDocument|ActionButtonSound|ActionButtonMovie|Gear6|Gear9|Funnel|MathPlus|MathMinus|MathMultiply|MathDivide|MathEqual|MathNotEqual|CornerTabs|SquareTabs|PlaqueTabs|ChartX|ChartStar|ChartPlus',
    'Word.GoToItem':
      'Bookmark|Comment|Endnote|Field|Footnote|Graphic|Heading|Line|Page|Section|Table|EmbeddedObject|Equation|Percent|SpellingError|GrammaticalError|ProofreadingError',
    'Word.GradientColorType': 'Mixed|OneColor|TwoColors|PresetColors|MultiColor',
    'Word.GradientStyle': 'Mixed|Horizontal|Vertical|DiagonalUp|DiagonalDown|FromCorner|FromTitle|FromCenter',
    'Word.GutterPosition': 'Left|Right|Top',
    'Word.GutterStyle': 'Bidirectional|Latin',
    'Word.HeaderFooterType': 'Primary|FirstPage|EvenPages',
    'Word.HeadingSeparator': 'None|BlankLine|Letter|LetterLow|LetterFull',
    'Word.HorizontalInVerticalType': 'None|FitInLine|ResizeLine',
    'Word.HyperlinkType': 'Range|Shape|InlineShape',
    'Word.ImageFormat': 'Unsupported|Undefined|Bmp|Jpeg|Gif|Tiff|Png|Icon|Exif|Wmf|Emf|Pict|Pdf|Svg',
    'Word.ImeMode': 'NoControl|On|Off|Hiragana|Katakana|KatakanaHalf|AlphaFull|Alpha|HangulFull|Hangul',
    'Word.ImportedStylesConflictBehavior': 'Ignore|Overwrite|CreateNew',
    'Word.IndexFilter': 'None|Aiueo|Akasatana|Chosung|Low|Medium|Full',
    'Word.IndexFormat': 'Template|Classic|Fancy|Modern|Bulleted|Formal|Simple',
    'Word.IndexSortBy': 'Stroke|Syllable',
    'Word.IndexType': 'Indent|Runin',
    'Word.InsertLocation': 'Before|After|Start|End|Replace',
    'Word.JustificationMode': 'Expand|Compress|CompressKana',
    'Word.Kana': 'Katakana|Hiragana',
    'Word.LanguageId':
      'Afrikaans|Albanian|Amharic|Arabic|ArabicAlgeria|ArabicBahrain|ArabicEgypt|ArabicIraq|ArabicJordan|ArabicKuwait|ArabicLebanon|ArabicLibya|ArabicMorocco|ArabicOman|ArabicQatar|ArabicSyria|ArabicTunisia|ArabicUAE|ArabicYemen|Armenian|Assamese|AzeriCyrillic|AzeriLatin|Basque|BelgianDutch|BelgianFrench|Bengali|Bulgarian|Burmese|Belarusian|Catalan|Cherokee|ChineseHongKongSAR|ChineseMacaoSAR|ChineseSingapore|Croatian|Czech|Danish|Divehi|Dutch|Edo|EnglishAUS|EnglishBelize|EnglishCanadian|EnglishCaribbean|EnglishIndonesia|EnglishIreland|EnglishJamaica|EnglishNewZealand|EnglishPhilippines|EnglishSouthAfrica|EnglishTrinidadTobago|EnglishUK|EnglishUS|EnglishZimbabwe|Estonian|Faeroese|Filipino|Finnish|French|FrenchCameroon|FrenchCanadian|FrenchCongoDRC|FrenchCotedIvoire|FrenchHaiti|FrenchLuxembourg|FrenchMali|FrenchMonaco|FrenchMorocco|FrenchReunion|FrenchSenegal|FrenchWestIndies|FrisianNetherlands|Fulfulde|GaelicIreland|GaelicScotland|Galician|Georgian|German|GermanAustria|GermanLiechtenstein|GermanLuxembourg|Greek|Guarani|Gujarati|Hausa|Hawaiian|Hebrew|Hindi|Hungarian|Ibibio|Icelandic|Igbo|Indonesian|Inuktitut|Italian|Japanese|Kannada|Kanuri|Kashmiri|Kazakh|Khmer|Kirghiz|Konkani|Korean|Kyrgyz|LanguageNone|Lao|Latin|Latvian|Lithuanian|MacedonianFYROM|Malayalam|MalayBruneiDarussalam|Malaysian|Maltese|Manipuri|Marathi|MexicanSpanish|Mongolian|Nepali|NoProofing|NorwegianBokmol|NorwegianNynorsk|Oriya|Oromo|Pashto|Persian|Polish|Portuguese|PortugueseBrazil|Punjabi|RhaetoRomanic|Romanian|RomanianMoldova|Russian|RussianMoldova|SamiLappish|Sanskrit|SerbianCyrillic|SerbianLatin|Sesotho|SimplifiedChinese|Sindhi|SindhiPakistan|Sinhalese|Slovak|Slovenian|Somali|Sorbian|Spanish|SpanishArgentina|SpanishBolivia|SpanishChile|SpanishColombia|SpanishCostaRica|SpanishDominicanRepublic|SpanishEcuador|SpanishElSalvador|SpanishGuatemala|SpanishHonduras|SpanishModernSort|SpanishNicaragua|SpanishPanama|SpanishParaguay|SpanishPeru|SpanishPuertoRico|SpanishUruguay|SpanishVenezuela|Sutu|Swahili|Swedish|SwedishFinland|SwissFrench|SwissGerman|SwissItalian|Syriac|Tajik|Tamazight|TamazightLatin|Tamil|Tatar|Telugu|Thai|Tibetan|TigrignaEritrea|TigrignaEthiopic|TraditionalChinese|Tsonga|Tswana|Turkish|Turkmen|Ukrainian|Urdu|UzbekCyrillic|UzbekLatin|Venda|Vietnamese|Welsh|Xhosa|Yi|Yiddish|Yoruba|Zulu',
    'Word.LayoutMode': 'Default|Grid|LineGrid|Genko',
    'Word.Ligature':
      'None|Standard|Contextual|StandardContextual|Historical|StandardHistorical|ContextualHistorical|StandardContextualHistorical|Discretional|StandardDiscretional|ContextualDiscretional|StandardContextualDiscretional|HistoricalDiscretional|StandardHistoricalDiscretional|ContextualHistoricalDiscretional|All',
    'Word.LightRigType':
      'Mixed|LegacyFlat1|LegacyFlat2|LegacyFlat3|LegacyFlat4|LegacyNormal1|LegacyNormal2|LegacyNormal3|LegacyNormal4|LegacyHarsh1|LegacyHarsh2|LegacyHarsh3|LegacyHarsh4|ThreePoint|Balanced|Soft|Harsh|Flood|Contrasting|Morning|Sunrise|Sunset|Chilly|Freezing|Flat|TwoPoint|Glow|BrightRoom',
    'Word.LineDashStyle':
      'Mixed|Solid|SquareDot|RoundDot|Dash|DashDot|DashDotDot|LongDash|LongDashDot|LongDashDotDot|SysDash|SysDot|SysDashDot',
    'Word.LineEndingType': 'Crlf|CrOnly|LfOnly|Lfcr|Lsps',
    'Word.LineFormatStyle': 'Mixed|Single|ThinThin|ThinThick|ThickThin|ThickBetweenThin',
    'Word.LineWidth': 'Pt025|Pt050|Pt075|Pt100|Pt150|Pt225|Pt300|Pt450|Pt600',
    'Word.LinkType': 'Ole|Picture|Text|Reference|Include|Import|Dde|DdeAuto|Chart',
    'Word.ListBuiltInNumberStyle':
      'None|Arabic|UpperRoman|LowerRoman|UpperLetter|LowerLetter|Ordinal|CardinalText|OrdinalText|Kanji|KanjiDigit|AiueoHalfWidth|IrohaHalfWidth|ArabicFullWidth|KanjiTraditional|KanjiTraditional2|NumberInCircle|Aiueo|Iroha|ArabicLZ|Bullet|Ganada|Chosung|GBNum1|GBNum2|GBNum3|GBNum4|Zodiac1|Zodiac2|Zodiac3|TradChinNum1|TradChinNum2|TradChinNum3|TradChinNum4|SimpChinNum1|SimpChinNum2|SimpChinNum3|SimpChinNum4|HanjaRead|HanjaReadDigit|Hangul|Hanja|Hebrew1|Arabic1|Hebrew2|Arabic2|HindiLetter1|HindiLetter2|HindiArabic|HindiCardinalText|ThaiLetter|ThaiArabic|ThaiCardinalText|VietCardinalText|LowercaseRussian|UppercaseRussian|LowercaseGreek|UppercaseGreek|ArabicLZ2|ArabicLZ3|ArabicLZ4|LowercaseTurkish|UppercaseTurkish|LowercaseBulgarian|UppercaseBulgarian|PictureBullet|Legal|LegalLZ',
    'Word.ListBullet': 'Custom|Solid|Hollow|Square|Diamonds|Arrow|Checkmark',
    'Word.ListLevelType': 'Bullet|Number|Picture',
    'Word.ListNumbering': 'None|Arabic|UpperRoman|LowerRoman|UpperLetter|LowerLetter',
    'Word.ListTemplateGalleryType': 'Bullets|Number|OutlineNumbered',
    'Word.ListType':
      'ListNoNumbering|ListListNumOnly|ListBullet|ListSimpleNumbering|ListOutlineNumbering|ListMixedNumbering|ListPictureBullet',
    'Word.LocationRelation':
      'Unrelated|Equal|ContainsStart|ContainsEnd|Contains|InsideStart|InsideEnd|Inside|AdjacentBefore|OverlapsBefore|Before|AdjacentAfter|OverlapsAfter|After',
    'Word.NoteItemType': 'Footnote|Endnote',
    'Word.NumberForm': 'Default|Lining|OldStyle',
    'Word.NumberSpacing': 'Default|Proportional|Tabular',
    'Word.NumberType': 'Paragraph|ListNum|AllNumbers',
    'Word.NumberingRule': 'RestartContinuous|RestartSection|RestartPage',
    'Word.OleVerb': 'Primary|Show|Open|Hide|UiActivate|InPlaceActivate|DiscardUndoState',
    'Word.OperationUnit':
      'Character|Word|Sentence|Paragraph|Line|Story|Screen|Section|Column|Row|Window|Cell|CharacterFormat|ParagraphFormat|Table|Item',
    'Word.OutlineLevel':
      'OutlineLevel1|OutlineLevel2|OutlineLevel3|OutlineLevel4|OutlineLevel5|OutlineLevel6|OutlineLevel7|OutlineLevel8|OutlineLevel9|OutlineLevelBodyText',
    'Word.PageBorderArt':
      'Apples|MapleMuffins|CakeSlice|CandyCorn|IceCreamCones|ChampagneBottle|PartyGlass|ChristmasTree|Trees|PalmsColor|Balloons3Colors|BalloonsHotAir|PartyFavor|ConfettiStreamers|Hearts|HeartBalloon|Stars3D|StarsShadowed|Stars|Sun|Earth2|Earth1|PeopleHats|Sombrero|Pencils|Packages|Clocks|Firecrackers|Rings|MapPins|Confetti|CreaturesButterfly|CreaturesLadyBug|CreaturesFish|BirdsFlight|ScaredCat|Bats|FlowersRoses|FlowersRedRose|Poinsettias|Holly|FlowersTiny|FlowersPansy|FlowersModern2|FlowersModern1|WhiteFlowers|Vine|FlowersDaisies|FlowersBlockPrint|DecoArchColor|Fans|Film|Lightning1|Compass|DoubleD|ClassicalWave|ShadowedSquares|TwistedLines1|Waveline|Quadrants|CheckedBarColor|Swirligig|PushPinNote1|PushPinNote2|Pumpkin1|EggsBlack|Cup|HeartGray|GingerbreadMan|BabyPacifier|BabyRattle|Cabins|HouseFunky|StarsBlack|Snowflakes|SnowflakeFancy|Skyrocket|Seattle|MusicNotes|PalmsBlack|MapleLeaf|PaperClips|ShorebirdTracks|People|PeopleWaving|EclipsingSquares2|Hypnotic|DiamondsGray|DecoArch|DecoBlocks|CirclesLines|Papyrus|Woodwork|WeavingBraid|WeavingRibbon|WeavingAngles|ArchedScallops|Safari|CelticKnotwork|CrazyMaze|EclipsingSquares1|Birds|FlowersTeacup|Northwest|Southwest|Tribal6|Tribal4|Tribal3|Tribal2|Tribal5|XIllusions|ZanyTriangles|Pyramids|PyramidsAbove|ConfettiGrays|ConfettiOutline|ConfettiWhite|Mosaic|Lightning2|HeebieJeebies|LightBulb|Gradient|TriangleParty|TwistedLines2|Moons|Ovals|DoubleDiamonds|ChainLink|Triangles|Tribal1|MarqueeToothed|SharksTeeth|Sawtooth|SawtoothGray|PostageStamp|WeavingStrips|ZigZag|CrossStitch|Gems|CirclesRectangles|CornerTriangles|CreaturesInsects|ZigZagStitch|Checkered|CheckedBarBlack|Marquee|BasicWhiteDots|BasicWideMidline|BasicWideOutline|BasicWideInline|BasicThinLines|BasicWhiteDashes|BasicWhiteSquares|BasicBlackSquares|BasicBlackDashes|BasicBlackDots|StarsTop|CertificateBanner|Handmade1|Handmade2|TornPaper|TornPaperBlack|CouponCutoutDashes|CouponCutoutDots',
    'Word.PageColor': 'None|Sepia|Inverse',
    'Word.PageMovementType': 'Vertical|SideToSide',
    'Word.PageOrientation': 'Portrait|Landscape',
    'Word.PageSetupVerticalAlignment': 'Top|Center|Justify|Bottom',
    'Word.PaperSize':
      'Size10x14|Size11x17|Letter|LetterSmall|Legal|Executive|A3|A4|A4Small|A5|B4|B5|CSheet|DSheet|ESheet|FanfoldLegalGerman|FanfoldStdGerman|FanfoldUS|Folio|Ledger|Note|Quarto|Statement|Tabloid|Envelope9|Envelope10|Envelope11|Envelope12|Envelope14|EnvelopeB4|EnvelopeB5|EnvelopeB6|EnvelopeC3|EnvelopeC4|EnvelopeC5|EnvelopeC6|EnvelopeC65|EnvelopeDL|EnvelopeItaly|EnvelopeMonarch|EnvelopePersonal|Custom',
    'Word.PasteFormatType':
      'PasteDefault|SingleCellText|SingleCellTable|ListContinueNumbering|ListRestartNumbering|TableAppendTable|TableInsertAsRows|TableOriginalFormatting|ChartPicture|Chart|ChartLinked|FormatOriginalFormatting|FormatSurroundingFormattingWithEmphasis|FormatPlainText|TableOverwriteCells|ListCombineWithExistingList|ListDontMerge|UseDestinationStylesRecovery',
    'Word.PatternType':
      'Mixed|Percent5|Percent10|Percent20|Percent25|Percent30|Percent40|Percent50|Percent60|Percent70|Percent75|Percent80|Percent90|DarkHorizontal|DarkVertical|DarkDownwardDiagonal|DarkUpwardDiagonal|SmallCheckerBoard|Trellis|LightHorizontal|LightVertical|LightDownwardDiagonal|LightUpwardDiagonal|SmallGrid|DottedDiamond|WideDownwardDiagonal|WideUpwardDiagonal|DashedUpwardDiagonal|DashedDownwardDiagonal|NarrowVertical|NarrowHorizontal|DashedVertical|DashedHorizontal|LargeConfetti|LargeGrid|HorizontalBrick|LargeCheckerBoard|SmallConfetti|ZigZag|SolidDiamond|DiagonalBrick|OutlinedDiamond|Plaid|Sphere|Weave|DottedGrid|Divot|Shingle|Wave|Horizontal|Vertical|Cross|DownwardDiagonal|UpwardDiagonal|DiagonalCross',
    'Word.PreferredWidthType': 'Auto|Percent|Points',
    'Word.PresetCamera':
      'Mixed|LegacyObliqueTopLeft|LegacyObliqueTop|LegacyObliqueTopRight|LegacyObliqueLeft|LegacyObliqueFront|LegacyObliqueRight|LegacyObliqueBottomLeft|LegacyObliqueBottom|LegacyObliqueBottomRight|LegacyPerspectiveTopLeft|LegacyPerspectiveTop|LegacyPerspectiveTopRight|LegacyPerspectiveLeft|LegacyPerspectiveFront|LegacyPerspectiveRight|LegacyPerspectiveBottomLeft|LegacyPerspectiveBottom|LegacyPerspectiveBottomRight|OrthographicFront|IsometricTopUp|IsometricTopDown|IsometricBottomUp|IsometricBottomDown|IsometricLeftUp|IsometricLeftDown|IsometricRightUp|IsometricRightDown|IsometricOffAxis1Left|IsometricOffAxis1Right|IsometricOffAxis1Top|IsometricOffAxis2Left|IsometricOffAxis2Right|IsometricOffAxis2Top|IsometricOffAxis3Left|IsometricOffAxis3Right|IsometricOffAxis3Bottom|IsometricOffAxis4Left|IsometricOffAxis4Right|IsometricOffAxis4Bottom|ObliqueTopLeft|ObliqueTop|ObliqueTopRight|ObliqueLeft|ObliqueRight|ObliqueBottomLeft|ObliqueBottom|ObliqueBottomRight|PerspectiveFront|PerspectiveLeft|PerspectiveRight|PerspectiveAbove|PerspectiveBelow|PerspectiveAboveLeftFacing|PerspectiveAboveRightFacing|PerspectiveContrastingLeftFacing|PerspectiveContrastingRightFacing|PerspectiveHeroicLeftFacing|PerspectiveHeroicRightFacing|PerspectiveHeroicExtremeLeftFacing|PerspectiveHeroicExtremeRightFacing|PerspectiveRelaxed|PerspectiveRelaxedModerately',
    'Word.PresetExtrusionDirection':
      'Mixed|BottomRight|Bottom|BottomLeft|Right|None|Left|TopRight|Top|TopLeft',
    'Word.PresetGradientType':
      'Mixed|EarlySunset|LateSunset|Nightfall|Daybreak|Horizon|Desert|Ocean|CalmWater|Fire|Fog|Moss|Peacock|Wheat|Parchment|Mahogany|Rainbow|RainbowII|Gold|GoldII|Brass|Chrome|ChromeII|Silver|Sapphire',
    'Word.PresetLightingDirection':
      'Mixed|TopLeft|Top|TopRight|Left|None|Right|BottomLeft|Bottom|BottomRight',
    'Word.PresetLightingSoftness': 'Mixed|Dim|Normal|Bright',
    'Word.PresetMaterial':
      'Mixed|Matte|Plastic|Metal|WireFrame|Matte2|Plastic2|Metal2|WarmMatte|TranslucentPowder|Powder|DarkEdge|SoftEdge|Clear|Flat|SoftMetal',
    'Word.PresetTexture':
      'Mixed|Papyrus|Canvas|Denim|WovenMat|WaterDroplets|PaperBag|FishFossil|Sand|GreenMarble|WhiteMarble|BrownMarble|Granite|Newsprint|RecycledPaper|Parchment|Stationery|BlueTissuePaper|PinkTissuePaper|PurpleMesh|Bouquet|Cork|Walnut|Oak|MediumWood',
    'Word.PresetThreeDimensionalFormat':
      'Mixed|Format1|Format2|Format3|Format4|Format5|Format6|Format7|Format8|Format9|Format10|Format11|Format12|Format13|Format14|Format15|Format16|Format17|Format18|Format19|Format20',
    'Word.ProtectionType':
      'NoProtection|AllowOnlyRevisions|AllowOnlyComments|AllowOnlyFormFields|AllowOnlyReading',
    'Word.RangeLocation': 'Whole|Start|End|Before|After|Content',
    'Word.ReadingLayoutMargin': 'Automatic|Suppress|Full',
    'Word.ReferenceType': 'NumberedItem|Heading|Bookmark|Footnote|Endnote',
    'Word.ReflectionType': 'Mixed|None|Type1|Type2|Type3|Type4|Type5|Type6|Type7|Type8|Type9',
    'Word.RelativeHorizontalPosition':
      'Margin|Page|Column|Character|LeftMargin|RightMargin|InsideMargin|OutsideMargin',
    'Word.RelativeSize': 'Margin|Page|TopMargin|BottomMargin|InsideMargin|OutsideMargin',
    'Word.RelativeVerticalPosition':
      'Margin|Page|Paragraph|Line|TopMargin|BottomMargin|InsideMargin|OutsideMargin',
    'Word.RemoveDocInfoType':
      'Comments|Revisions|Versions|RemovePersonalInformation|EmailHeader|RoutingSlip|SendForReview|DocumentProperties|Template|DocumentWorkspace|InkAnnotations|DocumentServerProperties|DocumentManagementPolicy|ContentType|TaskpaneWebExtensions|AtMentions|DocumentTasks|DocumentIntelligence|CommentReactions|All',
    'Word.RevisionType':
      'None|Insert|Delete|Property|ParagraphNumber|DisplayField|Reconcile|Conflict|Style|Replace|ParagraphProperty|TableProperty|SectionProperty|StyleDefinition|MovedFrom|MovedTo|CellInsertion|CellDeletion|CellMerge|CellSplit|ConflictInsert|ConflictDelete',
    'Word.RevisionsBalloonMargin': 'Left|Right',
    'Word.RevisionsBalloonWidthType': 'Percent|Points',
    'Word.RevisionsMarkup': 'None|Simple|All',
    'Word.RevisionsMode': 'Balloon|Inline|Mixed',
    'Word.RevisionsView': 'Final|Original',
    'Word.RowHeightRule': 'Auto|AtLeast|Exactly',
    'Word.RulerStyle': 'None|Proportional|FirstColumn|SameWidth',
    'Word.SaveBehavior': 'Save|Prompt',
    'Word.ScreenSize':
      'Size544x376|Size640x480|Size720x512|Size800x600|Size1024x768|Size1152x882|Size1152x900|Size1280x1024|Size1600x1200|Size1800x1440|Size1920x1200',
    'Word.SectionDirection': 'RightToLeft|LeftToRight',
    'Word.SectionStart': 'Continuous|NewColumn|NewPage|EvenPage|OddPage',
    'Word.SeekView':
      'MainDocument|PrimaryHeader|FirstPageHeader|EvenPagesHeader|PrimaryFooter|FirstPageFooter|EvenPagesFooter|Footnotes|Endnotes|CurrentPageHeader|CurrentPageFooter',
    'Word.SelectionMode': 'Select|Start|End',
    'Word.SelectionType':
      'NoSelection|InsertionPoint|Normal|Frame|Column|Row|Block|InlineShape|SelectionShape',
    'Word.ShadingTextureType':
      'DarkDiagonalDown|DarkDiagonalUp|DarkGrid|DarkHorizontal|DarkTrellis|DarkVertical|LightDiagonalDown|LightDiagonalUp|LightGrid|LightHorizontal|LightTrellis|LightVertical|None|Percent10|Percent12Pt5|Percent15|Percent20|Percent25|Percent30|Percent35|Percent37Pt5|Percent40|Percent45|Percent5|Percent50|Percent55|Percent60|Percent62Pt5|Percent65|Percent70|Percent75|Percent80|Percent85|Percent87Pt5|Percent90|Percent95|Solid',
    'Word.ShadowStyle': 'Mixed|OuterShadow|InnerShadow',
    'Word.ShadowType':
      'Mixed|Type1|Type2|Type3|Type4|Type5|Type6|Type7|Type8|Type9|Type10|Type11|Type12|Type13|Type14|Type15|Type16|Type17|Type18|Type19|Type20|Type21|Type22|Type23|Type24|Type25|Type26|Type27|Type28|Type29|Type30|Type31|Type32|Type33|Type34|Type35|Type36|Type37|Type38|Type39|Type40|Type41|Type42|Type43',
    'Word.ShapeAutoSize': 'None|TextToFitShape|ShapeToFitText|Mixed',
    'Word.ShapeFillType': 'NoFill|Solid|Gradient|Pattern|Picture|Texture|Mixed',
    'Word.ShapeScaleFrom': 'ScaleFromTopLeft|ScaleFromMiddle|ScaleFromBottomRight',
    'Word.ShapeScaleType': 'CurrentSize|OriginalSize',
    'Word.ShapeTextOrientation':
      'None|Horizontal|EastAsianVertical|Vertical270|Vertical|EastAsianHorizontalRotated|Mixed',
    'Word.ShapeTextVerticalAlignment': 'Top|Middle|Bottom',
    'Word.ShapeTextWrapSide': 'None|Both|Left|Right|Largest',
    'Word.ShapeTextWrapType': 'Inline|Square|Tight|Through|TopBottom|Behind|Front',
    'Word.ShapeType': 'Unsupported|TextBox|GeometricShape|Group|Picture|Canvas',
    'Word.ShowSourceDocuments': 'None|Original|Revised|Both',
    'Word.SpecialPane':
      'None|PrimaryHeader|FirstPageHeader|EvenPagesHeader|PrimaryFooter|FirstPageFooter|EvenPagesFooter|Footnotes|Endnotes|FootnoteContinuationNotice|FootnoteContinuationSeparator|FootnoteSeparator|EndnoteContinuationNotice|EndnoteContinuationSeparator|EndnoteSeparator|Comments|CurrentPageHeader|CurrentPageFooter|Revisions|RevisionsHoriz|RevisionsVert',
    'Word.StoryType':
      'MainText|Footnotes|Endnotes|Comments|TextFrame|EvenPagesHeader|PrimaryHeader|EvenPagesFooter|PrimaryFooter|FirstPageHeader|FirstPageFooter|FootnoteSeparator|FootnoteContinuationSeparator|FootnoteContinuationNotice|EndnoteSeparator|EndnoteContinuationSeparator|EndnoteContinuationNotice',
    'Word.StyleType': 'Character|List|Paragraph|Table',
    'Word.StylisticSet':
      'Default|Set01|Set02|Set03|Set04|Set05|Set06|Set07|Set08|Set09|Set10|Set11|Set12|Set13|Set14|Set15|Set16|Set17|Set18|Set19|Set20',
    'Word.TabAlignment': 'Left|Center|Right|Decimal|Bar|List',
    'Word.TabLeader': 'Spaces|Dots|Dashes|Lines|Heavy|MiddleDot',
    'Word.TableCellInsertionLocation': 'ShiftRight|ShiftDown|ShiftRowDown|ShiftColumnRight',
    'Word.TableDirection': 'RightToLeft|LeftToRight',
    'Word.TargetBrowser': 'V3|V4|Ie4|Ie5|Ie6',
    'Word.TemplateType': 'Normal|Global|Attached',
    'Word.TextOrientation': 'Horizontal|Upward|Downward|VerticalFarEast|HorizontalRotatedFarEast|Vertical',
    'Word.TextureAlignment': 'Mixed|TopLeft|Top|TopRight|Left|Center|Right|BottomLeft|Bottom|BottomRight',
    'Word.TextureType': 'Mixed|Preset|UserDefined',
    'Word.ThemeColorIndex':
      'NotThemeColor|MainDark1|MainLight1|MainDark2|MainLight2|Accent1|Accent2|Accent3|Accent4|Accent5|Accent6|Hyperlink|HyperlinkFollowed|Background1|Text1|Background2|Text2',
    'Word.TrackedChangeType': 'None|Added|Deleted|Formatted',
    'Word.TrailingCharacter': 'TrailingTab|TrailingSpace|TrailingNone',
    'Word.TwoLinesInOneType': 'None|NoBrackets|Parentheses|SquareBrackets|AngleBrackets|CurlyBrackets',
    'Word.UnderlineType':
      'Mixed|None|Hidden|DotLine|Single|Word|Double|Thick|Dotted|DottedHeavy|DashLine|DashLineHeavy|DashLineLong|DashLineLongHeavy|DotDashLine|DotDashLineHeavy|TwoDotDashLine|TwoDotDashLineHeavy|Wave|WaveHeavy|WaveDouble',
    'Word.VerticalAlignment': 'Mixed|Top|Center|Bottom',
    'Word.ViewType': 'Normal|Outline|Print|PrintPreview|Master|Web|Reading|Conflict',
    'Word.WindowType': 'Document|Template',
    'Word.XmlNodeLevel': 'Inline|Paragraph|Row|Cell',
    'Word.XmlValidationStatus': 'Ok|Custom',
  },
  classes: {
    'Excel.AllowEditRange':
      'address:string@0;isPasswordProtected!:boolean@0;title:string@0;delete():void@0;pauseProtection(password?:string):void@0;setPassword(password?:string):void@0',
    'Excel.AllowEditRangeCollection':
      '[]!:Excel.AllowEditRange@0;add(title:string,rangeAddress:string,options?:any):void@0;getCount():number@0;getItem(key:string):Excel.AllowEditRange@0;getItemAt(index:number):Excel.AllowEditRange@0;getItemOrNullObject(key:string):Excel.AllowEditRange@0;pauseProtection(password:string):void@0',
    'Excel.Application':
      'activeWindow!:Excel.Window@1;cultureInfo!:Excel.CultureInfo@2;iterativeCalculation!:Excel.IterativeCalculation@3;windows!:Excel.WindowCollection@1;calculationEngineVersion!:number@3;calculationMode:#Excel.CalculationMode@4;calculationState!:#Excel.CalculationState@3;decimalSeparator!:string@2;thousandsSeparator!:string@2;useSystemSeparators!:boolean@2;calculate(calculationType:#Excel.CalculationType):void@4;checkSpelling(word:string,options?:any):boolean@1;enterEditingMode():void@1;suspendApiCalculationUntilNextSync():void@5;suspendScreenUpdatingUntilNextSync():void@3;union(firstRange:any,secondRange:any,additionalRanges?:any[]):Excel.RangeAreas@1',
    'Excel.AutoFilter':
      'criteria!:any[]@3;enabled!:boolean@3;isDataFiltered!:boolean@3;apply(range:any,columnIndex?:number,criteria?:any):void@3;clearColumnCriteria(columnIndex:number):void@6;clearCriteria():void@3;getRange():Excel.Range@3;getRangeOrNullObject():Excel.Range@3;reapply():void@3;remove():void@3',
    'Excel.Binding':
      'id!:string@4;type!:#Excel.BindingType@4;delete():void@7;getRange():Excel.Range@4;getTable():Excel.Table@4;getText():string@4;onDataChanged!:event@8;onSelectionChanged!:event@8',
    'Excel.BindingCollection':
      '[]!:Excel.Binding@4;count!:number@4;add(range:any,bindingType:#Excel.BindingType,id:string):Excel.Binding@7;addFromNamedItem(name:string,bindingType:#Excel.BindingType,id:string):Excel.Binding@7;addFromSelection(bindingType:#Excel.BindingType,id:string):Excel.Binding@7;getCount():number@9;getItem(id:string):Excel.Binding@4;getItemAt(index:number):Excel.Binding@4;getItemOrNullObject(id:string):Excel.Binding@9',
    'Excel.CellValueConditionalFormat': 'format!:Excel.ConditionalRangeFormat@5;rule:any@5',
    'Excel.Chart':
      'axes!:Excel.ChartAxes@4;dataLabels!:Excel.ChartDataLabels@4;format!:Excel.ChartAreaFormat@4;legend!:Excel.ChartLegend@4;pivotOptions!:Excel.ChartPivotOptions@3;plotArea!:Excel.ChartPlotArea@a;series!:Excel.ChartSeriesCollection@4;title!:Excel.ChartTitle@4;worksheet!:Excel.Worksheet@8;categoryLabelLevel:number@a;chartType:#Excel.ChartType@b;displayBlanksAs:#Excel.ChartDisplayBlanksAs@a;height:number@4;id!:string@b;left:number@4;name:string@4;plotBy:#Excel.ChartPlotBy@a;plotVisibleOnly:boolean@a;seriesNameLevel:number@a;showAllFieldButtons:boolean@b;showDataLabelsOverMaximum:boolean@a;style:number@a;top:number@4;width:number@4;activate():void@3;delete():void@4;getDataTable():Excel.ChartDataTable@6;getDataTableOrNullObject():Excel.ChartDataTable@6;getImage(width?:number,height?:number,fittingMode?:#Excel.ImageFittingMode):string@8;setData(sourceData:Excel.Range,seriesBy?:#Excel.ChartSeriesBy):void@4;setPosition(startCell:any,endCell?:any):void@4;onActivated!:event@a;onDeactivated!:event@a',
    'Excel.ChartAreaFormat':
      'border!:Excel.ChartBorder@b;fill!:Excel.ChartFill@4;font!:Excel.ChartFont@4;colorScheme:#Excel.ChartColorScheme@3;roundedCorners:boolean@3',
    'Excel.ChartAxes':
      'categoryAxis!:Excel.ChartAxis@4;seriesAxis!:Excel.ChartAxis@4;valueAxis!:Excel.ChartAxis@4;getItem(type:#Excel.ChartAxisType,group?:#Excel.ChartAxisGroup):Excel.ChartAxis@b',
    'Excel.ChartAxis':
      'format!:Excel.ChartAxisFormat@4;majorGridlines!:Excel.ChartGridlines@4;minorGridlines!:Excel.ChartGridlines@4;title!:Excel.ChartAxisTitle@4;alignment:#Excel.ChartTickLabelAlignment@a;axisGroup!:#Excel.ChartAxisGroup@b;baseTimeUnit:#Excel.ChartAxisTimeUnit@b;categoryType:#Excel.ChartAxisCategoryType@b;customDisplayUnit!:number@b;displayUnit:#Excel.ChartAxisDisplayUnit@b;height!:number@b;isBetweenCategories:boolean@a;left!:number@b;linkNumberFormat:boolean@3;logBase:number@b;majorTickMark:#Excel.ChartAxisTickMark@b;majorTimeUnitScale:#Excel.ChartAxisTimeUnit@b;majorUnit:any@4;maximum:any@4;minimum:any@4;minorTickMark:#Excel.ChartAxisTickMark@b;minorTimeUnitScale:#Excel.ChartAxisTimeUnit@b;minorUnit:any@4;multiLevel:boolean@a;numberFormat:string@a;offset:number@a;position:#Excel.ChartAxisPosition@a;positionAt!:number@a;reversePlotOrder:boolean@b;scaleType:#Excel.ChartAxisScaleType@b;showDisplayUnitLabel:boolean@b;textOrientation:any@a;tickLabelPosition:#Excel.ChartAxisTickLabelPosition@b;tickLabelSpacing:any@b;tickMarkSpacing:number@b;top!:number@b;type!:#Excel.ChartAxisType@b;visible:boolean@b;width!:number@b;setCategoryNames(sourceData:Excel.Range):void@b;setCustomDisplayUnit(value:number):void@b;setPositionAt(value:number):void@a',
    'Excel.ChartAxisFormat': 'fill!:Excel.ChartFill@a;font!:Excel.ChartFont@4;line!:Excel.ChartLineFormat@4',
    'Excel.ChartAxisTitle':
      'format!:Excel.ChartAxisTitleFormat@4;text:string@4;textOrientation:number@c;visible:boolean@4;setFormula(formula:string):void@a',
    'Excel.ChartAxisTitleFormat':
      'border!:Excel.ChartBorder@a;fill!:Excel.ChartFill@a;font!:Excel.ChartFont@4',
    'Excel.ChartBinOptions':
      'allowOverflow:boolean@3;allowUnderflow:boolean@3;count:number@3;overflowValue:number@3;type:#Excel.ChartBinType@3;underflowValue:number@3;width:number@3',
    'Excel.ChartBorder': 'color:string@b;lineStyle:#Excel.ChartLineStyle@b;weight:number@b;clear():void@a',
    'Excel.ChartBoxwhiskerOptions':
      'quartileCalculation:#Excel.ChartBoxQuartileCalculation@3;showInnerPoints:boolean@3;showMeanLine:boolean@3;showMeanMarker:boolean@3;showOutlierPoints:boolean@3',
    'Excel.ChartCollection':
      '[]!:Excel.Chart@4;count!:number@4;add(type:#Excel.ChartType,sourceData:Excel.Range,seriesBy?:#Excel.ChartSeriesBy):Excel.Chart@4;getCount():number@9;getItem(name:string):Excel.Chart@4;getItemAt(index:number):Excel.Chart@4;getItemOrNullObject(name:string):Excel.Chart@9;onActivated!:event@a;onAdded!:event@a;onDeactivated!:event@a;onDeleted!:event@a',
    'Excel.ChartDataLabel':
      'format!:Excel.ChartDataLabelFormat@a;autoText:boolean@a;formula:string@a;geometricShapeType:#Excel.GeometricShapeType@d;height!:number@a;horizontalAlignment:#Excel.ChartTextHorizontalAlignment@a;left:number@a;linkNumberFormat:boolean@3;numberFormat:string@a;position:#Excel.ChartDataLabelPosition@b;separator:string@b;showAsStickyCallout!:boolean@d;showBubbleSize:boolean@b;showCategoryName:boolean@b;showLegendKey:boolean@b;showPercentage:boolean@b;showSeriesName:boolean@b;showValue:boolean@b;text:string@a;textOrientation:number@a;top:number@a;verticalAlignment:#Excel.ChartTextVerticalAlignment@a;width!:number@a;getSubstring(start:number,length?:number):Excel.ChartFormatString@d;getTailAnchor():Excel.ChartDataLabelAnchor@d;setHeight(height:number):void@d;setWidth(width:number):void@d',
    'Excel.ChartDataLabelAnchor': 'left:number@d;top:number@d',
    'Excel.ChartDataLabelFormat':
      'border!:Excel.ChartBorder@a;fill!:Excel.ChartFill@4;font!:Excel.ChartFont@4',
    'Excel.ChartDataLabels':
      'format!:Excel.ChartDataLabelFormat@4;leaderLines!:Excel.ChartLeaderLines@d;autoText:boolean@a;geometricShapeType:#Excel.GeometricShapeType@d;horizontalAlignment:#Excel.ChartTextHorizontalAlignment@a;linkNumberFormat:boolean@3;numberFormat:string@a;position:#Excel.ChartDataLabelPosition@4;separator:string@4;showAsStickyCallout!:boolean@d;showBubbleSize:boolean@4;showCategoryName:boolean@4;showLeaderLines:boolean@d;showLegendKey:boolean@4;showPercentage:boolean@4;showSeriesName:boolean@4;showValue:boolean@4;textOrientation:number@a;verticalAlignment:#Excel.ChartTextVerticalAlignment@a',
    'Excel.ChartDataTable':
      'format!:Excel.ChartDataTableFormat@6;showHorizontalBorder:boolean@6;showLegendKey:boolean@6;showOutlineBorder:boolean@6;showVerticalBorder:boolean@6;visible:boolean@6',
    'Excel.ChartDataTableFormat':
      'border!:Excel.ChartBorder@6;fill!:Excel.ChartFill@6;font!:Excel.ChartFont@6',
    'Excel.ChartErrorBars':
      'format!:Excel.ChartErrorBarsFormat@3;endStyleCap:boolean@3;include:#Excel.ChartErrorBarsInclude@3;type:#Excel.ChartErrorBarsType@3;visible:boolean@3',
    'Excel.ChartErrorBarsFormat': 'line!:Excel.ChartLineFormat@3',
    'Excel.ChartFill': 'clear():void@4;getSolidColor():string@e;setSolidColor(color:string):void@4',
    'Excel.ChartFont':
      'bold:boolean@4;color:string@4;italic:boolean@4;name:string@4;size:number@4;underline:#Excel.ChartUnderlineStyle@4',
    'Excel.ChartFormatString': 'font!:Excel.ChartFont@b',
    'Excel.ChartGridlines': 'format!:Excel.ChartGridlinesFormat@4;visible:boolean@4',
    'Excel.ChartGridlinesFormat': 'line!:Excel.ChartLineFormat@4',
    'Excel.ChartLeaderLines': 'format!:Excel.ChartLeaderLinesFormat@d',
    'Excel.ChartLeaderLinesFormat': 'line!:Excel.ChartLineFormat@d',
    'Excel.ChartLegend':
      'format!:Excel.ChartLegendFormat@4;legendEntries!:Excel.ChartLegendEntryCollection@b;height:number@b;left:number@b;overlay:boolean@4;position:#Excel.ChartLegendPosition@4;showShadow:boolean@b;top:number@b;visible:boolean@4;width:number@b',
    'Excel.ChartLegendEntry':
      'height!:number@a;index!:number@a;left!:number@a;top!:number@a;visible:boolean@b;width!:number@a',
    'Excel.ChartLegendEntryCollection':
      '[]!:Excel.ChartLegendEntry@b;getCount():number@b;getItemAt(index:number):Excel.ChartLegendEntry@b',
    'Excel.ChartLegendFormat': 'border!:Excel.ChartBorder@a;fill!:Excel.ChartFill@4;font!:Excel.ChartFont@4',
    'Excel.ChartLineFormat':
      'color:string@4;lineStyle:#Excel.ChartLineStyle@b;weight:number@b;clear():void@4',
    'Excel.ChartMapOptions':
      'labelStrategy:#Excel.ChartMapLabelStrategy@3;level:#Excel.ChartMapAreaLevel@3;projectionType:#Excel.ChartMapProjectionType@3',
    'Excel.ChartPivotOptions':
      'showAxisFieldButtons:boolean@3;showLegendFieldButtons:boolean@3;showReportFilterFieldButtons:boolean@3;showValueFieldButtons:boolean@3',
    'Excel.ChartPlotArea':
      'format!:Excel.ChartPlotAreaFormat@a;height:number@a;insideHeight:number@a;insideLeft:number@a;insideTop:number@a;insideWidth:number@a;left:number@a;position:#Excel.ChartPlotAreaPosition@a;top:number@a;width:number@a',
    'Excel.ChartPlotAreaFormat': 'border!:Excel.ChartBorder@a;fill!:Excel.ChartFill@a',
    'Excel.ChartPoint':
      'dataLabel!:Excel.ChartDataLabel@b;format!:Excel.ChartPointFormat@4;hasDataLabel:boolean@b;markerBackgroundColor:string@b;markerForegroundColor:string@b;markerSize:number@b;markerStyle:#Excel.ChartMarkerStyle@b;value!:any@4',
    'Excel.ChartPointFormat': 'border!:Excel.ChartBorder@b;fill!:Excel.ChartFill@4',
    'Excel.ChartPointsCollection':
      '[]!:Excel.ChartPoint@4;count!:number@4;getCount():number@9;getItemAt(index:number):Excel.ChartPoint@4',
    'Excel.ChartSeries':
      'binOptions!:Excel.ChartBinOptions@3;boxwhiskerOptions!:Excel.ChartBoxwhiskerOptions@3;dataLabels!:Excel.ChartDataLabels@a;format!:Excel.ChartSeriesFormat@4;mapOptions!:Excel.ChartMapOptions@3;points!:Excel.ChartPointsCollection@4;trendlines!:Excel.ChartTrendlineCollection@b;xErrorBars!:Excel.ChartErrorBars@3;yErrorBars!:Excel.ChartErrorBars@3;axisGroup:#Excel.ChartAxisGroup@a;bubbleScale:number@3;chartType:#Excel.ChartType@b;doughnutHoleSize:number@b;explosion:number@a;filtered:boolean@b;firstSliceAngle:number@a;gapWidth:number@b;gradientMaximumColor:string@3;gradientMaximumType:#Excel.ChartGradientStyleType@3;gradientMaximumValue:number@3;gradientMidpointColor:string@3;gradientMidpointType:#Excel.ChartGradientStyleType@3;gradientMidpointValue:number@3;gradientMinimumColor:string@3;gradientMinimumType:#Excel.ChartGradientStyleType@3;gradientMinimumValue:number@3;gradientStyle:#Excel.ChartGradientStyle@3;hasDataLabels:boolean@b;invertColor:string@3;invertIfNegative:boolean@a;markerBackgroundColor:string@b;markerForegroundColor:string@b;markerSize:number@b;markerStyle:#Excel.ChartMarkerStyle@b;name:string@4;overlap:number@a;parentLabelStrategy:#Excel.ChartParentLabelStrategy@3;plotOrder:number@b;secondPlotSize:number@a;showConnectorLines:boolean@3;showLeaderLines:boolean@3;showShadow:boolean@b;smooth:boolean@b;splitType:#Excel.ChartSplitType@a;splitValue:number@3;varyByCategories:boolean@a;delete():void@b;getDimensionDataSourceString(dimension:#Excel.ChartSeriesDimension):string@f;getDimensionDataSourceType(dimension:#Excel.ChartSeriesDimension):#Excel.ChartDataSourceType@f;getDimensionValues(dimension:#Excel.ChartSeriesDimension):string[]@c;setBubbleSizes(sourceData:Excel.Range):void@b;setValues(sourceData:Excel.Range):void@b;setXAxisValues(sourceData:Excel.Range):void@b',
    'Excel.ChartSeriesCollection':
      '[]!:Excel.ChartSeries@4;count!:number@4;add(name?:string,index?:number):Excel.ChartSeries@b;getCount():number@9;getItemAt(index:number):Excel.ChartSeries@4',
    'Excel.ChartSeriesFormat': 'fill!:Excel.ChartFill@4;line!:Excel.ChartLineFormat@4',
    'Excel.ChartTitle':
      'format!:Excel.ChartTitleFormat@4;height!:number@b;horizontalAlignment:#Excel.ChartTextHorizontalAlignment@b;left:number@b;overlay:boolean@4;position:#Excel.ChartTitlePosition@b;showShadow:boolean@b;text:string@4;textOrientation:number@b;top:number@b;verticalAlignment:#Excel.ChartTextVerticalAlignment@b;visible:boolean@4;width!:number@b;getSubstring(start:number,length:number):Excel.ChartFormatString@b;setFormula(formula:string):void@b',
    'Excel.ChartTitleFormat': 'border!:Excel.ChartBorder@b;fill!:Excel.ChartFill@4;font!:Excel.ChartFont@4',
    'Excel.ChartTrendline':
      'format!:Excel.ChartTrendlineFormat@b;label!:Excel.ChartTrendlineLabel@a;backwardPeriod:number@a;forwardPeriod:number@a;intercept:any@b;movingAveragePeriod:number@b;name:string@b;polynomialOrder:number@b;showEquation:boolean@a;showRSquared:boolean@a;type:#Excel.ChartTrendlineType@b;delete():void@b',
    'Excel.ChartTrendlineCollection':
      '[]!:Excel.ChartTrendline@b;add(type?:#Excel.ChartTrendlineType):Excel.ChartTrendline@b;getCount():number@b;getItem(index:number):Excel.ChartTrendline@b',
    'Excel.ChartTrendlineFormat': 'line!:Excel.ChartLineFormat@b',
    'Excel.ChartTrendlineLabel':
      'format!:Excel.ChartTrendlineLabelFormat@a;autoText:boolean@a;formula:string@a;height!:number@a;horizontalAlignment:#Excel.ChartTextHorizontalAlignment@a;left:number@a;linkNumberFormat:boolean@3;numberFormat:string@a;text:string@a;textOrientation:number@a;top:number@a;verticalAlignment:#Excel.ChartTextVerticalAlignment@a;width!:number@a',
    'Excel.ChartTrendlineLabelFormat':
      'border!:Excel.ChartBorder@a;fill!:Excel.ChartFill@a;font!:Excel.ChartFont@a',
    'Excel.ColorScaleConditionalFormat': 'criteria:any@5;threeColorScale!:boolean@5',
    'Excel.Comment':
      'replies!:Excel.CommentReplyCollection@g;authorEmail!:string@g;authorName!:string@g;content:string@g;contentType!:#Excel.ContentType@c;creationDate!:date@g;id!:string@g;mentions!:any[]@2;resolved:boolean@2;richContent!:string@2;delete():void@g;getLocation():Excel.Range@g;updateMentions(contentWithMentions:any):void@2',
    'Excel.CommentCollection':
      '[]!:Excel.Comment@g;add(cellAddress:any,content:string,contentType?:#Excel.ContentType):Excel.Comment@g;getCount():number@g;getItem(commentId:string):Excel.Comment@g;getItemAt(index:number):Excel.Comment@g;getItemByCell(cellAddress:any):Excel.Comment@g;getItemByReplyId(replyId:string):Excel.Comment@g;getItemOrNullObject(commentId:string):Excel.Comment@6;onAdded!:event@c;onChanged!:event@c;onDeleted!:event@c',
    'Excel.CommentReply':
      'authorEmail!:string@g;authorName!:string@g;content:string@g;contentType!:#Excel.ContentType@c;creationDate!:date@g;id!:string@g;mentions!:any[]@2;resolved!:boolean@2;richContent!:string@2;delete():void@g;getLocation():Excel.Range@g;getParentComment():Excel.Comment@g;updateMentions(contentWithMentions:any):void@2',
    'Excel.CommentReplyCollection':
      '[]!:Excel.CommentReply@g;add(content:string,contentType?:#Excel.ContentType):Excel.CommentReply@g;getCount():number@g;getItem(commentReplyId:string):Excel.CommentReply@g;getItemAt(index:number):Excel.CommentReply@g;getItemOrNullObject(commentReplyId:string):Excel.CommentReply@6',
    'Excel.ConditionalDataBarNegativeFormat':
      'borderColor:string@5;fillColor:string@5;matchPositiveBorderColor:boolean@5;matchPositiveFillColor:boolean@5',
    'Excel.ConditionalDataBarPositiveFormat':
      'borderColor:string@5;fillColor:string@5;gradientFill:boolean@5',
    'Excel.ConditionalFormat':
      'cellValue!:Excel.CellValueConditionalFormat@5;cellValueOrNullObject!:Excel.CellValueConditionalFormat@5;colorScale!:Excel.ColorScaleConditionalFormat@5;colorScaleOrNullObject!:Excel.ColorScaleConditionalFormat@5;custom!:Excel.CustomConditionalFormat@5;customOrNullObject!:Excel.CustomConditionalFormat@5;dataBar!:Excel.DataBarConditionalFormat@5;dataBarOrNullObject!:Excel.DataBarConditionalFormat@5;iconSet!:Excel.IconSetConditionalFormat@5;iconSetOrNullObject!:Excel.IconSetConditionalFormat@5;preset!:Excel.PresetCriteriaConditionalFormat@5;presetOrNullObject!:Excel.PresetCriteriaConditionalFormat@5;textComparison!:Excel.TextConditionalFormat@5;textComparisonOrNullObject!:Excel.TextConditionalFormat@5;topBottom!:Excel.TopBottomConditionalFormat@5;topBottomOrNullObject!:Excel.TopBottomConditionalFormat@5;id!:string@5;priority:number@5;stopIfTrue:boolean@5;type!:#Excel.ConditionalFormatType@5;changeRuleToCellValue(properties:any):void@h;changeRuleToColorScale():void@h;changeRuleToContainsText(properties:any):void@h;changeRuleToCustom(formula:string):void@h;changeRuleToDataBar():void@h;changeRuleToIconSet():void@h;changeRuleToPresetCriteria(properties:any):void@h;changeRuleToTopBottom(properties:any):void@h;delete():void@5;getRange():Excel.Range@5;getRangeOrNullObject():Excel.Range@5;getRanges():Excel.RangeAreas@3;setRanges(ranges:any):void@h',
    'Excel.ConditionalFormatCollection':
      '[]!:Excel.ConditionalFormat@5;add(type:#Excel.ConditionalFormatType):Excel.ConditionalFormat@5;clearAll():void@5;getCount():number@5;getItem(id:string):Excel.ConditionalFormat@5;getItemAt(index:number):Excel.ConditionalFormat@5;getItemOrNullObject(id:string):Excel.ConditionalFormat@6',
    'Excel.ConditionalFormatRule': 'formula:string@5;formulaLocal:string@5;formulaR1C1:string@5',
    'Excel.ConditionalRangeBorder':
      'color:string@5;sideIndex!:#Excel.ConditionalRangeBorderIndex@5;style:#Excel.ConditionalRangeBorderLineStyle@5',
    'Excel.ConditionalRangeBorderCollection':
      'bottom!:Excel.ConditionalRangeBorder@5;left!:Excel.ConditionalRangeBorder@5;right!:Excel.ConditionalRangeBorder@5;top!:Excel.ConditionalRangeBorder@5;[]!:Excel.ConditionalRangeBorder@5;count!:number@5;getItem(index:#Excel.ConditionalRangeBorderIndex):Excel.ConditionalRangeBorder@5;getItemAt(index:number):Excel.ConditionalRangeBorder@5',
    'Excel.ConditionalRangeFill': 'color:string@5;clear():void@5',
    'Excel.ConditionalRangeFont':
      'bold:boolean@5;color:string@5;italic:boolean@5;strikethrough:boolean@5;underline:#Excel.ConditionalRangeFontUnderlineStyle@5;clear():void@5',
    'Excel.ConditionalRangeFormat':
      'borders!:Excel.ConditionalRangeBorderCollection@5;fill!:Excel.ConditionalRangeFill@5;font!:Excel.ConditionalRangeFont@5;numberFormat:any@5;clearFormat():void@h',
    'Excel.CultureInfo':
      'datetimeFormat!:Excel.DatetimeFormatInfo@c;numberFormat!:Excel.NumberFormatInfo@2;name!:string@2',
    'Excel.CustomConditionalFormat':
      'format!:Excel.ConditionalRangeFormat@5;rule!:Excel.ConditionalFormatRule@5',
    'Excel.CustomFunctionManager':
      'setVisibility(customFunctionVisibilityOptions:any):void@i;newObject(context:any):Excel.CustomFunctionManager@i',
    'Excel.CustomProperty': 'key!:string@b;type!:#Excel.DocumentPropertyType@b;value:any@b;delete():void@b',
    'Excel.CustomPropertyCollection':
      '[]!:Excel.CustomProperty@b;add(key:string,value:any):Excel.CustomProperty@b;deleteAll():void@b;getCount():number@b;getItem(key:string):Excel.CustomProperty@b;getItemOrNullObject(key:string):Excel.CustomProperty@b',
    'Excel.CustomXmlPart':
      'id!:string@j;namespaceUri!:string@j;delete():void@j;getXml():string@j;setXml(xml:string):void@j',
    'Excel.CustomXmlPartCollection':
      '[]!:Excel.CustomXmlPart@j;add(xml:string):Excel.CustomXmlPart@j;getByNamespace(namespaceUri:string):Excel.CustomXmlPartScopedCollection@j;getCount():number@j;getItem(id:string):Excel.CustomXmlPart@j;getItemOrNullObject(id:string):Excel.CustomXmlPart@j',
    'Excel.CustomXmlPartScopedCollection':
      '[]!:Excel.CustomXmlPart@j;getCount():number@j;getItem(id:string):Excel.CustomXmlPart@j;getItemOrNullObject(id:string):Excel.CustomXmlPart@j;getOnlyItem():Excel.CustomXmlPart@j;getOnlyItemOrNullObject():Excel.CustomXmlPart@j',
    'Excel.DataBarConditionalFormat':
      'negativeFormat!:Excel.ConditionalDataBarNegativeFormat@5;positiveFormat!:Excel.ConditionalDataBarPositiveFormat@5;axisColor:string@5;axisFormat:#Excel.ConditionalDataBarAxisFormat@5;barDirection:#Excel.ConditionalDataBarDirection@5;lowerBoundRule:any@5;showDataBarOnly:boolean@5;upperBoundRule:any@5',
    'Excel.DataConnectionCollection': 'refreshAll():void@b',
    'Excel.DataPivotHierarchy':
      'field!:Excel.PivotField@a;id!:string@a;name:string@a;numberFormat:string@a;position:number@a;showAs:any@a;summarizeBy:#Excel.AggregationFunction@a;setToDefault():void@a',
    'Excel.DataPivotHierarchyCollection':
      '[]!:Excel.DataPivotHierarchy@a;add(pivotHierarchy:Excel.PivotHierarchy):Excel.DataPivotHierarchy@a;getCount():number@a;getItem(name:string):Excel.DataPivotHierarchy@a;getItemOrNullObject(name:string):Excel.DataPivotHierarchy@a;remove(DataPivotHierarchy:Excel.DataPivotHierarchy):void@a',
    'Excel.DataValidation':
      'errorAlert:any@a;ignoreBlanks:boolean@a;prompt:any@a;rule:any@a;type!:#Excel.DataValidationType@a;valid!:boolean@a;clear():void@a;getInvalidCells():Excel.RangeAreas@3;getInvalidCellsOrNullObject():Excel.RangeAreas@3',
    'Excel.DatetimeFormatInfo':
      'dateSeparator!:string@c;longDatePattern!:string@c;longTimePattern!:string@c;shortDatePattern!:string@c;timeSeparator!:string@c',
    'Excel.DocumentProperties':
      'custom!:Excel.CustomPropertyCollection@b;author:string@b;category:string@b;comments:string@b;company:string@b;creationDate!:date@b;keywords:string@b;lastAuthor!:string@b;manager:string@b;revisionNumber:number@b;subject:string@b;title:string@b',
    'Excel.Filter':
      'criteria!:any@8;apply(criteria:any):void@8;applyBottomItemsFilter(count:number):void@8;applyBottomPercentFilter(percent:number):void@8;applyCellColorFilter(color:string):void@8;applyCustomFilter(criteria1:string,criteria2?:string,oper?:#Excel.FilterOperator):void@8;applyDynamicFilter(criteria:#Excel.DynamicFilterCriteria):void@8;applyFontColorFilter(color:string):void@8;applyIconFilter(icon:any):void@8;applyTopItemsFilter(count:number):void@8;applyTopPercentFilter(percent:number):void@8;applyValuesFilter(values:any):void@8;clear():void@8',
    'Excel.FilterPivotHierarchy':
      'fields!:Excel.PivotFieldCollection@a;enableMultipleFilterItems:boolean@a;id!:string@a;name:string@a;position:number@a;setToDefault():void@a',
    'Excel.FilterPivotHierarchyCollection':
      '[]!:Excel.FilterPivotHierarchy@a;add(pivotHierarchy:Excel.PivotHierarchy):Excel.FilterPivotHierarchy@a;getCount():number@a;getItem(name:string):Excel.FilterPivotHierarchy@a;getItemOrNullObject(name:string):Excel.FilterPivotHierarchy@a;remove(filterPivotHierarchy:Excel.FilterPivotHierarchy):void@a',
    'Excel.FormatProtection': 'formulaHidden:boolean@8;locked:boolean@8',
    'Excel.FunctionResult': 'error!:string@8;value!:any@8',
    'Excel.Functions':
      'abs(number:any):Excel.FunctionResult@8;accrInt(issue:any,firstInterest:any,settlement:any,rate:any,par:any,frequency:any,basis?:any,calcMethod?:any):Excel.FunctionResult@8;accrIntM(issue:any,settlement:any,rate:any,par:any,basis?:any):Excel.FunctionResult@8;acos(number:any):Excel.FunctionResult@8;acosh(number:any):Excel.FunctionResult@8;acot(number:any):Excel.FunctionResult@8;acoth(number:any):Excel.FunctionResult@8;amorDegrc(cost:any,datePurchased:any,firstPeriod:any,salvage:any,period:any,rate:any,basis?:any):Excel.FunctionResult@8;amorLinc(cost:any,datePurchased:any,firstPeriod:any,salvage:any,period:any,rate:any,basis?:any):Excel.FunctionResult@8;and(values?:any):Excel.FunctionResult@8;arabic(text:any):Excel.FunctionResult@8;areas(reference:any):Excel.FunctionResult@8;asc(text:any):Excel.FunctionResult@8;asin(number:any):Excel.FunctionResult@8;asinh(number:any):Excel.FunctionResult@8;atan(number:any):Excel.FunctionResult@8;atan2(xNum:any,yNum:any):Excel.FunctionResult@8;atanh(number:any):Excel.FunctionResult@8;aveDev(values?:any):Excel.FunctionResult@8;average(values?:any):Excel.FunctionResult@8;averageA(values?:any):Excel.FunctionResult@8;averageIf(range:any,criteria:any,averageRange?:any):Excel.FunctionResult@8;averageIfs(averageRange:any,values?:any):Excel.FunctionResult@8;bahtText(number:any):Excel.FunctionResult@8;base(number:any,radix:any,minLength?:any):Excel.FunctionResult@8;besselI(x:any,n:any):Excel.FunctionResult@8;besselJ(x:any,n:any):Excel.FunctionResult@8;besselK(x:any,n:any):Excel.FunctionResult@8;besselY(x:any,n:any):Excel.FunctionResult@8;beta_Dist(x:any,alpha:any,beta:any,cumulative:any,A?:any,B?:any):Excel.FunctionResult@8;beta_Inv(probability:any,alpha:any,beta:any,A?:any,B?:any):Excel.FunctionResult@8;bin2Dec(number:any):Excel.FunctionResult@8;bin2Hex(number:any,places?:any):Excel.FunctionResult@8;bin2Oct(number:any,places?:any):Excel.FunctionResult@8;binom_Dist(numberS:any,trials:any,probabilityS:any,cumulative:any):Excel.FunctionResult@8;binom_Dist_Range(trials:any,probabilityS:any,numberS:any,numberS2?:any):Excel.FunctionResult@8;binom_Inv(trials:any,probabilityS:any,alpha:any):Excel.FunctionResult@8;bitand(number1:any,number2:any):Excel.FunctionResult@8;bitlshift(number:any,shiftAmount:any):Excel.FunctionResult@8;bitor(number1:any,number2:any):Excel.FunctionResult@8;bitrshift(number:any,shiftAmount:any):Excel.FunctionResult@8;bitxor(number1:any,number2:any):Excel.FunctionResult@8;ceiling_Math(number:any,significance?:any,mode?:any):Excel.FunctionResult@8;ceiling_Precise(number:any,significance?:any):Excel.FunctionResult@8;char(number:any):Excel.FunctionResult@8;chiSq_Dist(x:any,degFreedom:any,cumulative:any):Excel.FunctionResult@8;chiSq_Dist_RT(x:any,degFreedom:any):Excel.FunctionResult@8;chiSq_Inv(probability:any,degFreedom:any):Excel.FunctionResult@8;chiSq_Inv_RT(probability:any,degFreedom:any):Excel.FunctionResult@8;choose(indexNum:any,values?:any):Excel.FunctionResult@8;clean(text:any):Excel.FunctionResult@8;code(text:any):Excel.FunctionResult@8;columns(array:any):Excel.FunctionResult@8;combin(number:any,numberChosen:any):Excel.FunctionResult@8;combina(number:any,numberChosen:any):Excel.FunctionResult@8;complex(realNum:any,iNum:any,suffix?:any):Excel.FunctionResult@8;concatenate(values?:any):Excel.FunctionResult@8;confidence_Norm(alpha:any,standardDev:any,size:any):Excel.FunctionResult@8;confidence_T(alpha:any,standardDev:any,size:any):Excel.FunctionResult@8;convert(number:any,fromUnit:any,toUnit:any):Excel.FunctionResult@8;cos(number:any):Excel.FunctionResult@8;cosh(number:any):Excel.FunctionResult@8;cot(number:any):Excel.FunctionResult@8;coth(number:any):Excel.FunctionResult@8;count(values?:any):Excel.FunctionResult@8;countA(values?:any):Excel.FunctionResult@8;countBlank(range:any):Excel.FunctionResult@8;countIf(range:any,criteria:any):Excel.FunctionResult@8;countIfs(values?:any):Excel.FunctionResult@8;coupDayBs(settlement:any,maturity:any,frequency:any,basis?:any):Excel.FunctionResult@8;coupDays(settlement:any,maturity:any,frequency:any,basis?:any):Excel.FunctionResult@8;coupDaysNc(settlement:any,maturity:any,frequency:any,basis?:any):Excel.FunctionResult@8;coupNcd(settlement:any,maturity:any,frequency:any,basis?:any):Excel.FunctionResult@8;coupNum(settlement:any,maturity:any,frequency:any,basis?:any):Excel.FunctionResult@8;coupPcd(settlement:any,maturity:any,frequency:any,basis?:any):Excel.FunctionResult@8;csc(number:any):Excel.FunctionResult@8;csch(number:any):Excel.FunctionResult@8;cumIPmt(rate:any,nper:any,pv:any,startPeriod:any,endPeriod:any,type:any):Excel.FunctionResult@8;cumPrinc(rate:any,nper:any,pv:any,startPeriod:any,endPeriod:any,type:any):Excel.FunctionResult@8;daverage(database:any,field:any,criteria:any):Excel.FunctionResult@8;dcount(database:any,field:any,criteria:any):Excel.FunctionResult@8;dcountA(database:any,field:any,criteria:any):Excel.FunctionResult@8;dget(database:any,field:any,criteria:any):Excel.FunctionResult@8;dmax(database:any,field:any,criteria:any):Excel.FunctionResult@8;dmin(database:any,field:any,criteria:any):Excel.FunctionResult@8;dproduct(database:any,field:any,criteria:any):Excel.FunctionResult@8;dstDev(database:any,field:any,criteria:any):Excel.FunctionResult@8;dstDevP(database:any,field:any,criteria:any):Excel.FunctionResult@8;dsum(database:any,field:any,criteria:any):Excel.FunctionResult@8;dvar(database:any,field:any,criteria:any):Excel.FunctionResult@8;dvarP(database:any,field:any,criteria:any):Excel.FunctionResult@8;date(year:any,month:any,day:any):Excel.FunctionResult@8;datevalue(dateText:any):Excel.FunctionResult@8;day(serialNumber:any):Excel.FunctionResult@8;days(endDate:any,startDate:any):Excel.FunctionResult@8;days360(startDate:any,endDate:any,method?:any):Excel.FunctionResult@8;db(cost:any,salvage:any,life:any,period:any,month?:any):Excel.FunctionResult@8;dbcs(text:any):Excel.FunctionResult@8;ddb(cost:any,salvage:any,life:any,period:any,factor?:any):Excel.FunctionResult@8;dec2Bin(number:any,places?:any):Excel.FunctionResult@8;dec2Hex(number:any,places?:any):Excel.FunctionResult@8;dec2Oct(number:any,places?:any):Excel.FunctionResult@8;decimal(number:any,radix:any):Excel.FunctionResult@8;degrees(angle:any):Excel.FunctionResult@8;delta(number1:any,number2?:any):Excel.FunctionResult@8;devSq(values?:any):Excel.FunctionResult@8;disc(settlement:any,maturity:any,pr:any,redemption:any,basis?:any):Excel.FunctionResult@8;dollar(number:any,decimals?:any):Excel.FunctionResult@8;dollarDe(fractionalDollar:any,fraction:any):Excel.FunctionResult@8;dollarFr(decimalDollar:any,fraction:any):Excel.FunctionResult@8;duration(settlement:any,maturity:any,coupon:any,yld:any,frequency:any,basis?:any):Excel.FunctionResult@8;ecma_Ceiling(number:any,significance:any):Excel.FunctionResult@8;edate(startDate:any,months:any):Excel.FunctionResult@8;effect(nominalRate:any,npery:any):Excel.FunctionResult@8;eoMonth(startDate:any,months:any):Excel.FunctionResult@8;erf(lowerLimit:any,upperLimit?:any):Excel.FunctionResult@8;erfC(x:any):Excel.FunctionResult@8;erfC_Precise(X:any):Excel.FunctionResult@8;erf_Precise(X:any):Excel.FunctionResult@8;error_Type(errorVal:any):Excel.FunctionResult@8;even(number:any):Excel.FunctionResult@8;exact(text1:any,text2:any):Excel.FunctionResult@8;exp(number:any):Excel.FunctionResult@8;expon_Dist(x:any,lambda:any,cumulative:any):Excel.FunctionResult@8;fvschedule(principal:any,schedule:any):Excel.FunctionResult@8;f_Dist(x:any,degFreedom1:any,degFreedom2:any,cumulative:any):Excel.FunctionResult@8;f_Dist_RT(x:any,degFreedom1:any,degFreedom2:any):Excel.FunctionResult@8;f_Inv(probability:any,degFreedom1:any,degFreedom2:any):Excel.FunctionResult@8;f_Inv_RT(probability:any,degFreedom1:any,degFreedom2:any):Excel.FunctionResult@8;fact(number:any):Excel.FunctionResult@8;factDouble(number:any):Excel.FunctionResult@8;false():Excel.FunctionResult@8;find(findText:any,withinText:any,startNum?:any):Excel.FunctionResult@8;findB(findText:any,withinText:any,startNum?:any):Excel.FunctionResult@8;fisher(x:any):Excel.FunctionResult@8;fisherInv(y:any):Excel.FunctionResult@8;fixed(number:any,decimals?:any,noCommas?:any):Excel.FunctionResult@8;floor_Math(number:any,significance?:any,mode?:any):Excel.FunctionResult@8;floor_Precise(number:any,significance?:any):Excel.FunctionResult@8;fv(rate:any,nper:any,pmt:any,pv?:any,type?:any):Excel.FunctionResult@8;gamma(x:any):Excel.FunctionResult@8;gammaLn(x:any):Excel.FunctionResult@8;gammaLn_Precise(x:any):Excel.FunctionResult@8;gamma_Dist(x:any,alpha:any,beta:any,cumulative:any):Excel.FunctionResult@8;gamma_Inv(probability:any,alpha:any,beta:any):Excel.FunctionResult@8;gauss(x:any):Excel.FunctionResult@8;gcd(values?:any):Excel.FunctionResult@8;geStep(number:any,step?:any):Excel.FunctionResult@8;geoMean(values?:any):Excel.FunctionResult@8;hlookup(lookupValue:any,tableArray:any,rowIndexNum:any,rangeLookup?:any):Excel.FunctionResult@8;harMean(values?:any):Excel.FunctionResult@8;hex2Bin(number:any,places?:any):Excel.FunctionResult@8;hex2Dec(number:any):Excel.FunctionResult@8;hex2Oct(number:any,places?:any):Excel.FunctionResult@8;hour(serialNumber:any):Excel.FunctionResult@8;hypGeom_Dist(sampleS:any,numberSample:any,populationS:any,numberPop:any,cumulative:any):Excel.FunctionResult@8;hyperlink(linkLocation:any,friendlyName?:any):Excel.FunctionResult@8;iso_Ceiling(number:any,significance?:any):Excel.FunctionResult@8;if(logicalTest:any,valueIfTrue?:any,valueIfFalse?:any):Excel.FunctionResult@8;imAbs(inumber:any):Excel.FunctionResult@8;imArgument(inumber:any):Excel.FunctionResult@8;imConjugate(inumber:any):Excel.FunctionResult@8;imCos(inumber:any):Excel.FunctionResult@8;imCosh(inumber:any):Excel.FunctionResult@8;imCot(inumber:any):Excel.FunctionResult@8;imCsc(inumber:any):Excel.FunctionResult@8;imCsch(inumber:any):Excel.FunctionResult@8;imDiv(inumber1:any,inumber2:any):Excel.FunctionResult@8;imExp(inumber:any):Excel.FunctionResult@8;imLn(inumber:any):Excel.FunctionResult@8;imLog10(inumber:any):Excel.FunctionResult@8;imLog2(inumber:any):Excel.FunctionResult@8;imPower(inumber:any,number:any):Excel.FunctionResult@8;imProduct(values?:any):Excel.FunctionResult@8;imReal(inumber:any):Excel.FunctionResult@8;imSec(inumber:any):Excel.FunctionResult@8;imSech(inumber:any):Excel.FunctionResult@8;imSin(inumber:any):Excel.FunctionResult@8;imSinh(inumber:any):Excel.FunctionResult@8;imSqrt(inumber:any):Excel.FunctionResult@8;imSub(inumber1:any,inumber2:any):Excel.FunctionResult@8;imSum(values?:any):Excel.FunctionResult@8;imTan(inumber:any):Excel.FunctionResult@8;imaginary(inumber:any):Excel.FunctionResult@8;int(number:any):Excel.FunctionResult@8;intRate(settlement:any,maturity:any,investment:any,redemption:any,basis?:any):Excel.FunctionResult@8;ipmt(rate:any,per:any,nper:any,pv:any,fv?:any,type?:any):Excel.FunctionResult@8;irr(values:any,guess?:any):Excel.FunctionResult@8;isErr(value:any):Excel.FunctionResult@8;isError(value:any):Excel.FunctionResult@8;isEven(number:any):Excel.FunctionResult@8;isFormula(reference:any):Excel.FunctionResult@8;isLogical(value:any):Excel.FunctionResult@8;isNA(value:any):Excel.FunctionResult@8;isNonText(value:any):Excel.FunctionResult@8;isNumber(value:any):Excel.FunctionResult@8;isOdd(number:any):Excel.FunctionResult@8;isText(value:any):Excel.FunctionResult@8;isoWeekNum(date:any):Excel.FunctionResult@8;ispmt(rate:any,per:any,nper:any,pv:any):Excel.FunctionResult@8;isref(value:any):Excel.FunctionResult@8;kurt(values?:any):Excel.FunctionResult@8;large(array:any,k:any):Excel.FunctionResult@8;lcm(values?:any):Excel.FunctionResult@8;left(text:any,numChars?:any):Excel.FunctionResult@8;leftb(text:any,numBytes?:any):Excel.FunctionResult@8;len(text:any):Excel.FunctionResult@8;lenb(text:any):Excel.FunctionResult@8;ln(number:any):Excel.FunctionResult@8;log(number:any,base?:any):Excel.FunctionResult@8;log10(number:any):Excel.FunctionResult@8;logNorm_Dist(x:any,mean:any,standardDev:any,cumulative:any):Excel.FunctionResult@8;logNorm_Inv(probability:any,mean:any,standardDev:any):Excel.FunctionResult@8;lookup(lookupValue:any,lookupVector:any,resultVector?:any):Excel.FunctionResult@8;lower(text:any):Excel.FunctionResult@8;mduration(settlement:any,maturity:any,coupon:any,yld:any,frequency:any,basis?:any):Excel.FunctionResult@8;mirr(values:any,financeRate:any,reinvestRate:any):Excel.FunctionResult@8;mround(number:any,multiple:any):Excel.FunctionResult@8;match(lookupValue:any,lookupArray:any,matchType?:any):Excel.FunctionResult@8;max(values?:any):Excel.FunctionResult@8;maxA(values?:any):Excel.FunctionResult@8;median(values?:any):Excel.FunctionResult@8;mid(text:any,startNum:any,numChars:any):Excel.FunctionResult@8;midb(text:any,startNum:any,numBytes:any):Excel.FunctionResult@8;min(values?:any):Excel.FunctionResult@8;minA(values?:any):Excel.FunctionResult@8;minute(serialNumber:any):Excel.FunctionResult@8;mod(number:any,divisor:any):Excel.FunctionResult@8;month(serialNumber:any):Excel.FunctionResult@8;multiNomial(values?:any):Excel.FunctionResult@8;n(value:any):Excel.FunctionResult@8;nper(rate:any,pmt:any,pv:any,fv?:any,type?:any):Excel.FunctionResult@8;na():Excel.FunctionResult@8;negBinom_Dist(numberF:any,numberS:any,probabilityS:any,cumulative:any):Excel.FunctionResult@8;networkDays(startDate:any,endDate:any,holidays?:any):Excel.FunctionResult@8;networkDays_Intl(startDate:any,endDate:any,weekend?:any,holidays?:any):Excel.FunctionResult@8;nominal(effectRate:any,npery:any):Excel.FunctionResult@8;norm_Dist(x:any,mean:any,standardDev:any,cumulative:any):Excel.FunctionResult@8;norm_Inv(probability:any,mean:any,standardDev:any):Excel.FunctionResult@8;norm_S_Dist(z:any,cumulative:any):Excel.FunctionResult@8;norm_S_Inv(probability:any):Excel.FunctionResult@8;not(logical:any):Excel.FunctionResult@8;now():Excel.FunctionResult@8;npv(rate:any,values?:any):Excel.FunctionResult@8;numberValue(text:any,decimalSeparator?:any,groupSeparator?:any):Excel.FunctionResult@8;oct2Bin(number:any,places?:any):Excel.FunctionResult@8;oct2Dec(number:any):Excel.FunctionResult@8;oct2Hex(number:any,places?:any):Excel.FunctionResult@8;odd(number:any):Excel.FunctionResult@8;oddFPrice(settlement:any,maturity:any,issue:any,firstCoupon:any,rate:any,yld:any,redemption:any,frequency:any,basis?:any):Excel.FunctionResult@8;oddFYield(settlement:any,maturity:any,issue:any,firstCoupon:any,rate:any,pr:any,redemption:any,frequency:any,basis?:any):Excel.FunctionResult@8;oddLPrice(settlement:any,maturity:any,lastInterest:any,rate:any,yld:any,redemption:any,frequency:any,basis?:any):Excel.FunctionResult@8;oddLYield(settlement:any,maturity:any,lastInterest:any,rate:any,pr:any,redemption:any,frequency:any,basis?:any):Excel.FunctionResult@8;or(values?:any):Excel.FunctionResult@8;pduration(rate:any,pv:any,fv:any):Excel.FunctionResult@8;percentRank_Exc(array:any,x:any,significance?:any):Excel.FunctionResult@8;percentRank_Inc(array:any,x:any,significance?:any):Excel.FunctionResult@8;percentile_Exc(array:any,k:any):Excel.FunctionResult@8;percentile_Inc(array:any,k:any):Excel.FunctionResult@8;permut(number:any,numberChosen:any):Excel.FunctionResult@8;permutationa(number:any,numberChosen:any):Excel.FunctionResult@8;phi(x:any):Excel.FunctionResult@8;pi():Excel.FunctionResult@8;pmt(rate:any,nper:any,pv:any,fv?:any,type?:any):Excel.FunctionResult@8;poisson_Dist(x:any,mean:any,cumulative:any):Excel.FunctionResult@8;power(number:any,power:any):Excel.FunctionResult@8;ppmt(rate:any,per:any,nper:any,pv:any,fv?:any,type?:any):Excel.FunctionResult@8;price(settlement:any,maturity:any,rate:any,yld:any,redemption:any,frequency:any,basis?:any):Excel.FunctionResult@8;priceDisc(settlement:any,maturity:any,discount:any,redemption:any,basis?:any):Excel.FunctionResult@8;priceMat(settlement:any,maturity:any,issue:any,rate:any,yld:any,basis?:any):Excel.FunctionResult@8;product(values?:any):Excel.FunctionResult@8;proper(text:any):Excel.FunctionResult@8;pv(rate:any,nper:any,pmt:any,fv?:any,type?:any):Excel.FunctionResult@8;quartile_Exc(array:any,quart:any):Excel.FunctionResult@8;quartile_Inc(array:any,quart:any):Excel.FunctionResult@8;quotient(numerator:any,denominator:any):Excel.FunctionResult@8;radians(angle:any):Excel.FunctionResult@8;rand():Excel.FunctionResult@8;randBetween(bottom:any,top:any):Excel.FunctionResult@8;rank_Avg(number:any,ref:any,order?:any):Excel.FunctionResult@8;rank_Eq(number:any,ref:any,order?:any):Excel.FunctionResult@8;rate(nper:any,pmt:any,pv:any,fv?:any,type?:any,guess?:any):Excel.FunctionResult@8;received(settlement:any,maturity:any,investment:any,discount:any,basis?:any):Excel.FunctionResult@8;replace(oldText:any,startNum:any,numChars:any,newText:any):Excel.FunctionResult@8;replaceB(oldText:any,startNum:any,numBytes:any,newText:any):Excel.FunctionResult@8;rept(text:any,numberTimes:any):Excel.FunctionResult@8;right(text:any,numChars?:any):Excel.FunctionResult@8;rightb(text:any,numBytes?:any):Excel.FunctionResult@8;roman(number:any,form?:any):Excel.FunctionResult@8;round(number:any,numDigits:any):Excel.FunctionResult@8;roundDown(number:any,numDigits:any):Excel.FunctionResult@8;roundUp(number:any,numDigits:any):Excel.FunctionResult@8;rows(array:any):Excel.FunctionResult@8;rri(nper:any,pv:any,fv:any):Excel.FunctionResult@8;sec(number:any):Excel.FunctionResult@8;sech(number:any):Excel.FunctionResult@8;second(serialNumber:any):Excel.FunctionResult@8;seriesSum(x:any,n:any,m:any,coefficients:any):Excel.FunctionResult@8;sheet(value?:any):Excel.FunctionResult@8;sheets(reference?:any):Excel.FunctionResult@8;sign(number:any):Excel.FunctionResult@8;sin(number:any):Excel.FunctionResult@8;sinh(number:any):Excel.FunctionResult@8;skew(values?:any):Excel.FunctionResult@8;skew_p(values?:any):Excel.FunctionResult@8;sln(cost:any,salvage:any,life:any):Excel.FunctionResult@8;small(array:any,k:any):Excel.FunctionResult@8;sqrt(number:any):Excel.FunctionResult@8;sqrtPi(number:any):Excel.FunctionResult@8;stDevA(values?:any):Excel.FunctionResult@8;stDevPA(values?:any):Excel.FunctionResult@8;stDev_P(values?:any):Excel.FunctionResult@8;stDev_S(values?:any):Excel.FunctionResult@8;standardize(x:any,mean:any,standardDev:any):Excel.FunctionResult@8;substitute(text:any,oldText:any,newText:any,instanceNum?:any):Excel.FunctionResult@8;subtotal(functionNum:any,values?:any):Excel.FunctionResult@8;sum(values?:any):Excel.FunctionResult@8;sumIf(range:any,criteria:any,sumRange?:any):Excel.FunctionResult@8;sumIfs(sumRange:any,values?:any):Excel.FunctionResult@8;sumSq(values?:any):Excel.FunctionResult@8;syd(cost:any,salvage:any,life:any,per:any):Excel.FunctionResult@8;t(value:any):Excel.FunctionResult@8;tbillEq(settlement:any,maturity:any,discount:any):Excel.FunctionResult@8;tbillPrice(settlement:any,maturity:any,discount:any):Excel.FunctionResult@8;tbillYield(settlement:any,maturity:any,pr:any):Excel.FunctionResult@8;t_Dist(x:any,degFreedom:any,cumulative:any):Excel.FunctionResult@8;t_Dist_2T(x:any,degFreedom:any):Excel.FunctionResult@8;t_Dist_RT(x:any,degFreedom:any):Excel.FunctionResult@8;t_Inv(probability:any,degFreedom:any):Excel.FunctionResult@8;t_Inv_2T(probability:any,degFreedom:any):Excel.FunctionResult@8;tan(number:any):Excel.FunctionResult@8;tanh(number:any):Excel.FunctionResult@8;text(value:any,formatText:any):Excel.FunctionResult@8;time(hour:any,minute:any,second:any):Excel.FunctionResult@8;timevalue(timeText:any):Excel.FunctionResult@8;today():Excel.FunctionResult@8;trim(text:any):Excel.FunctionResult@8;trimMean(array:any,percent:any):Excel.FunctionResult@8;true():Excel.FunctionResult@8;trunc(number:any,numDigits?:any):Excel.FunctionResult@8;type(value:any):Excel.FunctionResult@8;usdollar(number:any,decimals?:any):Excel.FunctionResult@8;unichar(number:any):Excel.FunctionResult@8;unicode(text:any):Excel.FunctionResult@8;upper(text:any):Excel.FunctionResult@8;vlookup(lookupValue:any,tableArray:any,colIndexNum:any,rangeLookup?:any):Excel.FunctionResult@8;value(text:any):Excel.FunctionResult@8;varA(values?:any):Excel.FunctionResult@8;varPA(values?:any):Excel.FunctionResult@8;var_P(values?:any):Excel.FunctionResult@8;var_S(values?:any):Excel.FunctionResult@8;vdb(cost:any,salvage:any,life:any,startPeriod:any,endPeriod:any,factor?:any,noSwitch?:any):Excel.FunctionResult@8;weekNum(serialNumber:any,returnType?:any):Excel.FunctionResult@8;weekday(serialNumber:any,returnType?:any):Excel.FunctionResult@8;weibull_Dist(x:any,alpha:any,beta:any,cumulative:any):Excel.FunctionResult@8;workDay(startDate:any,days:any,holidays?:any):Excel.FunctionResult@8;workDay_Intl(startDate:any,days:any,weekend?:any,holidays?:any):Excel.FunctionResult@8;xirr(values:any,dates:any,guess?:any):Excel.FunctionResult@8;xnpv(rate:any,values:any,dates:any):Excel.FunctionResult@8;xor(values?:any):Excel.FunctionResult@8;year(serialNumber:any):Excel.FunctionResult@8;yearFrac(startDate:any,endDate:any,basis?:any):Excel.FunctionResult@8;yield(settlement:any,maturity:any,rate:any,pr:any,redemption:any,frequency:any,basis?:any):Excel.FunctionResult@8;yieldDisc(settlement:any,maturity:any,pr:any,redemption:any,basis?:any):Excel.FunctionResult@8;yieldMat(settlement:any,maturity:any,issue:any,rate:any,pr:any,basis?:any):Excel.FunctionResult@8;z_Test(array:any,x:any,sigma?:any):Excel.FunctionResult@8',
    'Excel.GeometricShape': 'shape!:Excel.Shape@3;id!:string@3',
    'Excel.GroupShapeCollection':
      '[]!:Excel.Shape@3;getCount():number@3;getItem(key:string):Excel.Shape@3;getItemAt(index:number):Excel.Shape@3;getItemOrNullObject(key:string):Excel.Shape@6',
    'Excel.HeaderFooter':
      'centerFooterPicture!:Excel.HeaderFooterPicture@1;centerHeaderPicture!:Excel.HeaderFooterPicture@1;leftFooterPicture!:Excel.HeaderFooterPicture@1;leftHeaderPicture!:Excel.HeaderFooterPicture@1;rightFooterPicture!:Excel.HeaderFooterPicture@1;rightHeaderPicture!:Excel.HeaderFooterPicture@1;centerFooter:string@3;centerHeader:string@3;leftFooter:string@3;leftHeader:string@3;rightFooter:string@3;rightHeader:string@3',
    'Excel.HeaderFooterGroup':
      'defaultForAllPages!:Excel.HeaderFooter@3;evenPages!:Excel.HeaderFooter@3;firstPage!:Excel.HeaderFooter@3;oddPages!:Excel.HeaderFooter@3;state:#Excel.HeaderFooterState@3;useSheetMargins:boolean@3;useSheetScale:boolean@3',
    'Excel.HeaderFooterPicture':
      'brightness:number@1;colorType:#Excel.PictureColorType@1;contrast:number@1;cropBottom:number@1;cropLeft:number@1;cropRight:number@1;cropTop:number@1;filename:string@1;height:number@1;lockAspectRatio:boolean@1;width:number@1',
    'Excel.IconSetConditionalFormat':
      'criteria:any[]@5;reverseIconOrder:boolean@5;showIconOnly:boolean@5;style:#Excel.IconSet@5',
    'Excel.Image':
      'shape!:Excel.Shape@3;brightness:number@1;colorType:#Excel.PictureColorType@1;contrast:number@1;cropBottom:number@1;cropLeft:number@1;cropRight:number@1;cropTop:number@1;id!:string@3;format!:#Excel.PictureFormat@3;incrementBrightness(increment:number):void@1;incrementContrast(increment:number):void@1',
    'Excel.IterativeCalculation': 'enabled:boolean@3;maxChange:number@3;maxIteration:number@3',
    'Excel.Line':
      'beginConnectedShape!:Excel.Shape@3;endConnectedShape!:Excel.Shape@3;shape!:Excel.Shape@3;beginArrowheadLength:#Excel.ArrowheadLength@3;beginArrowheadStyle:#Excel.ArrowheadStyle@3;beginArrowheadWidth:#Excel.ArrowheadWidth@3;beginConnectedSite!:number@3;endArrowheadLength:#Excel.ArrowheadLength@3;endArrowheadStyle:#Excel.ArrowheadStyle@3;endArrowheadWidth:#Excel.ArrowheadWidth@3;endConnectedSite!:number@3;id!:string@3;isBeginConnected!:boolean@3;isEndConnected!:boolean@3;connectorType:#Excel.ConnectorType@3;connectBeginShape(shape:Excel.Shape,connectionSite:number):void@3;connectEndShape(shape:Excel.Shape,connectionSite:number):void@3;disconnectBeginShape():void@3;disconnectEndShape():void@3',
    'Excel.LinkedEntityDataDomain':
      'dataProvider!:string@d;id!:string@d;lastRefreshed!:date@d;loadFunctionId!:string@d;name!:string@d;periodicRefreshInterval!:number@d;refreshMode:#Excel.LinkedEntityDataDomainRefreshMode@d;serviceId!:number@d;supportedRefreshModes!:#Excel.LinkedEntityDataDomainRefreshMode[]@d;delete():void@d;refresh():void@d',
    'Excel.LinkedEntityDataDomainCollection':
      '[]!:Excel.LinkedEntityDataDomain@d;add(options:any):void@d;getCount():number@d;getItem(id:string):Excel.LinkedEntityDataDomain@d;getItemAt(index:number):Excel.LinkedEntityDataDomain@d;getItemByName(name:string):Excel.LinkedEntityDataDomain@d;getItemByNameOrNullObject(name:string):Excel.LinkedEntityDataDomain@d;getItemOrNullObject(id:string):Excel.LinkedEntityDataDomain@d;loadLinkedEntityCellValue(id:any):void@k;refreshAll():void@d;onLinkedEntityCellValueLoaded!:event@k;onLinkedEntityDataDomainAdded!:event@d;onRefreshCompleted!:event@d;onRefreshModeChanged!:event@d',
    'Excel.LinkedWorkbook': 'id!:string@0;breakLinks():void@0;refresh():void@0',
    'Excel.LinkedWorkbookCollection':
      '[]!:Excel.LinkedWorkbook@0;workbookLinksRefreshMode:#Excel.WorkbookLinksRefreshMode@0;breakAllLinks():void@0;getItem(key:string):Excel.LinkedWorkbook@0;getItemOrNullObject(key:string):Excel.LinkedWorkbook@0;refreshAll():void@0',
    'Excel.NamedItem':
      'arrayValues!:Excel.NamedItemArrayValues@b;worksheet!:Excel.Worksheet@9;worksheetOrNullObject!:Excel.Worksheet@9;comment:string@9;formula:any@b;name!:string@4;scope!:#Excel.NamedItemScope@9;type!:#Excel.NamedItemType@4;value!:any@4;valueAsJson!:string@e;valueAsJsonLocal!:string@e;visible:boolean@4;delete():void@9;getRange():Excel.Range@4;getRangeOrNullObject():Excel.Range@9',
    'Excel.NamedItemArrayValues':
      'types!:#Excel.RangeValueType[][]@b;values!:any[][]@b;valuesAsJson!:any[][]@e;valuesAsJsonLocal!:any[][]@e',
    'Excel.NamedItemCollection':
      '[]!:Excel.NamedItem@4;add(name:string,reference:any,comment?:string):Excel.NamedItem@9;addFormulaLocal(name:string,formula:string,comment?:string):Excel.NamedItem@9;getCount():number@9;getItem(name:string):Excel.NamedItem@4;getItemOrNullObject(name:string):Excel.NamedItem@9',
    'Excel.NamedSheetView':
      'name:string@0;activate():void@0;delete():void@0;duplicate(name?:string):Excel.NamedSheetView@0',
    'Excel.NamedSheetViewCollection':
      '[]!:Excel.NamedSheetView@0;add(name:string):Excel.NamedSheetView@0;enterTemporary():Excel.NamedSheetView@0;exit():void@0;getActive():Excel.NamedSheetView@0;getCount():number@0;getItem(key:string):Excel.NamedSheetView@0;getItemAt(index:number):Excel.NamedSheetView@0',
    'Excel.Note':
      'authorName!:string@l;content:string@l;height:number@l;visible:boolean@l;width:number@l;delete():void@l;getLocation():Excel.Range@l',
    'Excel.NoteCollection':
      '[]!:Excel.Note@l;add(cellAddress:any,content:any):Excel.Note@l;getCount():number@l;getItem(key:string):Excel.Note@l;getItemAt(index:number):Excel.Note@l;getItemOrNullObject(key:string):Excel.Note@l',
    'Excel.NumberFormatInfo':
      'currencySymbol!:string@h;numberDecimalSeparator!:string@2;numberGroupSeparator!:string@2',
    'Excel.PageBreak':
      'columnIndex!:number@3;rowIndex!:number@3;delete():void@3;getCellAfterBreak():Excel.Range@3',
    'Excel.PageBreakCollection':
      '[]!:Excel.PageBreak@3;add(pageBreakRange:any):Excel.PageBreak@3;getCount():number@3;getItem(index:number):Excel.PageBreak@3;removePageBreaks():void@3',
    'Excel.PageLayout':
      'headersFooters!:Excel.HeaderFooterGroup@3;alignMarginsHeaderFooter:boolean@1;blackAndWhite:boolean@3;bottomMargin:number@3;centerHorizontally:boolean@3;centerVertically:boolean@3;draftMode:boolean@3;firstPageNumber:any@3;footerMargin:number@3;headerMargin:number@3;leftMargin:number@3;orientation:#Excel.PageOrientation@3;paperSize:#Excel.PaperType@3;printComments:#Excel.PrintComments@3;printErrors:#Excel.PrintErrorType@3;printGridlines:boolean@3;printHeadings:boolean@3;printOrder:#Excel.PrintOrder@3;printQuality:number[]@1;rightMargin:number@3;topMargin:number@3;zoom:any@3;getPrintArea():Excel.RangeAreas@3;getPrintAreaOrNullObject():Excel.RangeAreas@3;getPrintTitleColumns():Excel.Range@3;getPrintTitleColumnsOrNullObject():Excel.Range@3;getPrintTitleRows():Excel.Range@3;getPrintTitleRowsOrNullObject():Excel.Range@3;setPrintArea(printArea:any):void@3;setPrintMargins(unit:#Excel.PrintMarginUnit,marginOptions:any):void@3;setPrintTitleColumns(printTitleColumns:any):void@3;setPrintTitleRows(printTitleRows:any):void@3',
    'Excel.Pane': 'index!:number@1',
    'Excel.PaneCollection': '[]!:Excel.Pane@1;getCount():number@1;getItemAt(index:number):Excel.Pane@1',
    'Excel.PivotField':
      'items!:Excel.PivotItemCollection@a;id!:string@a;name:string@a;showAllItems:boolean@a;subtotals:any@a;applyFilter(filter:any):void@c;clearAllFilters():void@c;clearFilter(filterType:#Excel.PivotFilterType):void@c;getFilters():any@c;isFiltered(filterType?:#Excel.PivotFilterType):boolean@c;sortByLabels(sortBy:#Excel.SortBy):void@a;sortByValues(sortBy:#Excel.SortBy,valuesHierarchy:Excel.DataPivotHierarchy,pivotItemScope?:any):void@3',
    'Excel.PivotFieldCollection':
      '[]!:Excel.PivotField@a;getCount():number@a;getItem(name:string):Excel.PivotField@a;getItemOrNullObject(name:string):Excel.PivotField@a',
    'Excel.PivotHierarchy': 'fields!:Excel.PivotFieldCollection@a;id!:string@a;name:string@a',
    'Excel.PivotHierarchyCollection':
      '[]!:Excel.PivotHierarchy@a;getCount():number@a;getItem(name:string):Excel.PivotHierarchy@a;getItemOrNullObject(name:string):Excel.PivotHierarchy@a',
    'Excel.PivotItem': 'id!:string@a;isExpanded:boolean@a;name:string@a;visible:boolean@a',
    'Excel.PivotItemCollection':
      '[]!:Excel.PivotItem@a;getCount():number@a;getItem(name:string):Excel.PivotItem@a;getItemOrNullObject(name:string):Excel.PivotItem@a',
    'Excel.PivotLayout':
      'altTextDescription:string@m;altTextTitle:string@m;autoFormat:boolean@3;emptyCellText:string@m;enableFieldList:boolean@g;fillEmptyCells:boolean@m;layoutType:#Excel.PivotLayoutType@a;preserveFormatting:boolean@3;showColumnGrandTotals:boolean@a;showFieldHeaders:boolean@m;showRowGrandTotals:boolean@a;subtotalLocation:#Excel.SubtotalLocationType@a;displayBlankLineAfterEachItem(display:boolean):void@m;getColumnLabelRange():Excel.Range@a;getDataBodyRange():Excel.Range@a;getDataHierarchy(cell:any):Excel.DataPivotHierarchy@3;getFilterAxisRange():Excel.Range@a;getPivotItems(axis:#Excel.PivotAxis,cell:any):Excel.PivotItemCollection@3;getRange():Excel.Range@a;getRowLabelRange():Excel.Range@a;repeatAllItemLabels(repeatLabels:boolean):void@m;setAutoSortOnCell(cell:any,sortBy:#Excel.SortBy):void@3',
    'Excel.PivotTable':
      'columnHierarchies!:Excel.RowColumnPivotHierarchyCollection@a;dataHierarchies!:Excel.DataPivotHierarchyCollection@a;filterHierarchies!:Excel.FilterPivotHierarchyCollection@a;hierarchies!:Excel.PivotHierarchyCollection@a;layout!:Excel.PivotLayout@a;rowHierarchies!:Excel.RowColumnPivotHierarchyCollection@a;worksheet!:Excel.Worksheet@7;allowMultipleFiltersPerField:boolean@c;enableDataValueEditing:boolean@3;id!:string@j;name:string@7;refreshOnOpen:boolean@m;useCustomSortLists:boolean@3;delete():void@a;getDataSourceString():string@f;getDataSourceType():#Excel.DataSourceType@f;refresh():void@7',
    'Excel.PivotTableCollection':
      '[]!:Excel.PivotTable@7;add(name:string,source:any,destination:any):Excel.PivotTable@a;getCount():number@9;getItem(name:string):Excel.PivotTable@7;getItemOrNullObject(name:string):Excel.PivotTable@9;refreshAll():void@7',
    'Excel.PivotTableScopedCollection':
      '[]!:Excel.PivotTable@c;getCount():number@c;getFirst():Excel.PivotTable@c;getFirstOrNullObject():Excel.PivotTable@f;getItem(key:string):Excel.PivotTable@c;getItemOrNullObject(name:string):Excel.PivotTable@c',
    'Excel.PivotTableStyle':
      'name:string@g;readOnly!:boolean@g;delete():void@g;duplicate():Excel.PivotTableStyle@g',
    'Excel.PivotTableStyleCollection':
      '[]!:Excel.PivotTableStyle@g;add(name:string,makeUniqueName?:boolean):Excel.PivotTableStyle@g;getCount():number@g;getDefault():Excel.PivotTableStyle@g;getItem(name:string):Excel.PivotTableStyle@g;getItemOrNullObject(name:string):Excel.PivotTableStyle@g;setDefault(newDefaultStyle:any):void@g',
    'Excel.PresetCriteriaConditionalFormat': 'format!:Excel.ConditionalRangeFormat@5;rule:any@5',
    'Excel.Query':
      'error!:#Excel.QueryError@6;loadedTo!:#Excel.LoadToType@6;loadedToDataModel!:boolean@6;name!:string@6;refreshDate!:date@6;rowsLoadedCount!:number@6',
    'Excel.QueryCollection': '[]!:Excel.Query@6;getCount():number@6;getItem(key:string):Excel.Query@6',
    'Excel.Range':
      'conditionalFormats!:Excel.ConditionalFormatCollection@5;dataValidation!:Excel.DataValidation@a;format!:Excel.RangeFormat@4;sort!:Excel.RangeSort@8;worksheet!:Excel.Worksheet@4;address!:string@4;addressLocal!:string@4;cellCount!:number@4;columnCount!:number@4;columnHidden:boolean@8;columnIndex!:number@4;control:any@l;formulaArray:string@1;formulas:any[][]@4;formulasLocal:any[][]@4;formulasR1C1:any[][]@8;hasSpill!:boolean@c;height!:number@g;hidden!:boolean@8;hyperlink:any@b;isEntireColumn!:boolean@b;isEntireRow!:boolean@b;left!:number@g;linkedDataTypeState!:#Excel.LinkedDataTypeState[][]@3;numberFormat:any[][]@4;numberFormatCategories!:#Excel.NumberFormatCategory[][]@c;numberFormatLocal:any[][]@b;rowCount!:number@4;rowHidden:boolean@8;rowIndex!:number@4;savedAsArray!:boolean@c;style:string@b;text!:string[][]@4;top!:number@g;valueTypes!:#Excel.RangeValueType[][]@4;values:any[][]@4;valuesAsJson:any[][]@e;valuesAsJsonLocal:any[][]@e;width!:number@g;autoFill(destinationRange?:any,autoFillType?:#Excel.AutoFillType):void@3;calculate():void@5;checkSpelling(options?:any):void@1;clear(applyTo?:#Excel.ClearApplyTo):void@4;clearOrResetContents():void@l;convertDataTypeToText():void@3;convertToLinkedDataType(serviceID:number,languageCulture:string):void@3;copyFrom(sourceRange:any,copyType?:#Excel.RangeCopyType,skipBlanks?:boolean,transpose?:boolean):void@3;delete(shift:#Excel.DeleteShiftDirection):void@4;find(text:string,criteria:any):Excel.Range@3;findOrNullObject(text:string,criteria:any):Excel.Range@3;flashFill():void@3;getAbsoluteResizedRange(numRows:number,numColumns:number):Excel.Range@b;getBoundingRect(anotherRange:any):Excel.Range@4;getCell(row:number,column:number):Excel.Range@4;getCellProperties(cellPropertiesLoadOptions:any):any[][]@3;getColumn(column:number):Excel.Range@4;getColumnProperties(columnPropertiesLoadOptions:any):any[]@3;getColumnsAfter(count?:number):Excel.Range@8;getColumnsBefore(count?:number):Excel.Range@8;getDependents():Excel.WorkbookRangeAreas@f;getDirectDependents():Excel.WorkbookRangeAreas@m;getDirectPrecedents():Excel.WorkbookRangeAreas@c;getDisplayedCellProperties(cellPropertiesLoadOptions:any):any[][]@d;getEntireColumn():Excel.Range@4;getEntireRow():Excel.Range@4;getExtendedRange(direction:#Excel.KeyboardDirection,activeCell?:any):Excel.Range@m;getImage():string@b;getIntersection(anotherRange:any):Excel.Range@4;getIntersectionOrNullObject(anotherRange:any):Excel.Range@9;getLastCell():Excel.Range@4;getLastColumn():Excel.Range@4;getLastRow():Excel.Range@4;getMergedAreasOrNullObject():Excel.RangeAreas@m;getOffsetRange(rowOffset:number,columnOffset:number):Excel.Range@4;getPivotTables(fullyContained?:boolean):Excel.PivotTableScopedCollection@c;getPrecedents():Excel.WorkbookRangeAreas@6;getRangeEdge(direction:#Excel.KeyboardDirection,activeCell?:any):Excel.Range@m;getResizedRange(deltaRows:number,deltaColumns:number):Excel.Range@8;getRow(row:number):Excel.Range@4;getRowProperties(rowPropertiesLoadOptions:any):any[]@3;getRowsAbove(count?:number):Excel.Range@8;getRowsBelow(count?:number):Excel.Range@8;getSpecialCells(cellType:#Excel.SpecialCellType,cellValueType?:#Excel.SpecialCellValueType):Excel.RangeAreas@3;getSpecialCellsOrNullObject(cellType:#Excel.SpecialCellType,cellValueType?:#Excel.SpecialCellValueType):Excel.RangeAreas@3;getSpillParent():Excel.Range@c;getSpillParentOrNullObject():Excel.Range@c;getSpillingToRange():Excel.Range@c;getSpillingToRangeOrNullObject():Excel.Range@c;getSurroundingRegion():Excel.Range@b;getTables(fullyContained?:boolean):Excel.TableScopedCollection@3;getUsedRange(valuesOnly?:boolean):Excel.Range@4;getUsedRangeOrNullObject(valuesOnly?:boolean):Excel.Range@9;getVisibleView():Excel.RangeView@7;group(groupOption:#Excel.GroupOption):void@g;hideGroupDetails(groupOption:#Excel.GroupOption):void@g;insert(shift:#Excel.InsertShiftDirection):Excel.Range@4;merge(across?:boolean):void@8;moveTo(destinationRange:any):void@2;removeDuplicates(columns:number[],includesHeader:boolean):Excel.RemoveDuplicatesResult@3;replaceAll(text:string,replacement:string,criteria:any):number@3;select():void@4;setCellProperties(cellPropertiesData:any[][]):void@3;setColumnProperties(columnPropertiesData:any[]):void@3;setDirty():void@3;setRowProperties(rowPropertiesData:any[]):void@3;showCard():void@b;showDependents(remove?:boolean):void@1;showGroupDetails(groupOption:#Excel.GroupOption):void@g;showPrecedents(remove?:boolean):void@1;ungroup(groupOption:#Excel.GroupOption):void@g;unmerge():void@8',
    'Excel.RangeAreas':
      'areas!:Excel.RangeCollection@3;conditionalFormats!:Excel.ConditionalFormatCollection@3;dataValidation!:Excel.DataValidation@3;format!:Excel.RangeFormat@3;worksheet!:Excel.Worksheet@3;address!:string@3;addressLocal!:string@3;areaCount!:number@3;cellCount!:number@3;isEntireColumn!:boolean@3;isEntireRow!:boolean@3;style:string@3;calculate():void@3;clear(applyTo?:#Excel.ClearApplyTo):void@3;clearOrResetContents():void@l;convertDataTypeToText():void@3;convertToLinkedDataType(serviceID:number,languageCulture:string):void@3;copyFrom(sourceRange:any,copyType?:#Excel.RangeCopyType,skipBlanks?:boolean,transpose?:boolean):void@3;getEntireColumn():Excel.RangeAreas@3;getEntireRow():Excel.RangeAreas@3;getIntersection(anotherRange:any):Excel.RangeAreas@3;getIntersectionOrNullObject(anotherRange:any):Excel.RangeAreas@3;getOffsetRangeAreas(rowOffset:number,columnOffset:number):Excel.RangeAreas@3;getSpecialCells(cellType:#Excel.SpecialCellType,cellValueType?:#Excel.SpecialCellValueType):Excel.RangeAreas@3;getSpecialCellsOrNullObject(cellType:#Excel.SpecialCellType,cellValueType?:#Excel.SpecialCellValueType):Excel.RangeAreas@3;getTables(fullyContained?:boolean):Excel.TableScopedCollection@3;getUsedRangeAreas(valuesOnly?:boolean):Excel.RangeAreas@3;getUsedRangeAreasOrNullObject(valuesOnly?:boolean):Excel.RangeAreas@3;select():void@l;setDirty():void@3',
    'Excel.RangeAreasCollection':
      '[]!:Excel.RangeAreas@c;getCount():number@c;getItemAt(index:number):Excel.RangeAreas@c',
    'Excel.RangeBorder':
      'color:string@4;sideIndex!:#Excel.BorderIndex@4;style:#Excel.BorderLineStyle@4;tintAndShade:number@3;weight:#Excel.BorderWeight@4',
    'Excel.RangeBorderCollection':
      '[]!:Excel.RangeBorder@4;count!:number@4;tintAndShade:number@3;getItem(index:#Excel.BorderIndex):Excel.RangeBorder@4;getItemAt(index:number):Excel.RangeBorder@4',
    'Excel.RangeCollection': '[]!:Excel.Range@3;getCount():number@3;getItemAt(index:number):Excel.Range@3',
    'Excel.RangeFill':
      'color:string@4;pattern:#Excel.FillPattern@3;patternColor:string@3;patternTintAndShade:number@3;tintAndShade:number@3;clear():void@4',
    'Excel.RangeFont':
      'bold:boolean@4;color:string@4;italic:boolean@4;name:string@4;size:number@4;strikethrough:boolean@3;subscript:boolean@3;superscript:boolean@3;tintAndShade:number@3;underline:#Excel.RangeUnderlineStyle@4',
    'Excel.RangeFormat':
      'borders!:Excel.RangeBorderCollection@4;fill!:Excel.RangeFill@4;font!:Excel.RangeFont@4;protection!:Excel.FormatProtection@8;autoIndent:boolean@3;columnWidth:number@8;horizontalAlignment:#Excel.HorizontalAlignment@4;indentLevel:number@3;readingOrder:#Excel.ReadingOrder@3;rowHeight:number@8;shrinkToFit:boolean@3;textOrientation:number@b;useStandardHeight:boolean@b;useStandardWidth:boolean@b;verticalAlignment:#Excel.VerticalAlignment@4;wrapText:boolean@4;adjustIndent(amount:number):void@2;autofitColumns():void@8;autofitRows():void@8',
    'Excel.RangeSort':
      'apply(fields:any[],matchCase?:boolean,hasHeaders?:boolean,orientation?:#Excel.SortOrientation,method?:#Excel.SortMethod):void@8',
    'Excel.RangeView':
      'rows!:Excel.RangeViewCollection@7;cellAddresses!:any[][]@7;columnCount!:number@7;formulas:any[][]@7;formulasLocal:any[][]@7;formulasR1C1:any[][]@7;index!:number@7;numberFormat:any[][]@7;rowCount!:number@7;text!:string[][]@7;valueTypes!:#Excel.RangeValueType[][]@7;values:any[][]@7;valuesAsJson:any[][]@e;valuesAsJsonLocal:any[][]@e;getRange():Excel.Range@7',
    'Excel.RangeViewCollection':
      '[]!:Excel.RangeView@7;getCount():number@9;getItemAt(index:number):Excel.RangeView@7',
    'Excel.RemoveDuplicatesResult': 'removed!:number@3;uniqueRemaining!:number@3',
    'Excel.RowColumnPivotHierarchy':
      'fields!:Excel.PivotFieldCollection@a;id!:string@a;name:string@a;position:number@a;setToDefault():void@a',
    'Excel.RowColumnPivotHierarchyCollection':
      '[]!:Excel.RowColumnPivotHierarchy@a;add(pivotHierarchy:Excel.PivotHierarchy):Excel.RowColumnPivotHierarchy@a;getCount():number@a;getItem(name:string):Excel.RowColumnPivotHierarchy@a;getItemOrNullObject(name:string):Excel.RowColumnPivotHierarchy@a;remove(rowColumnPivotHierarchy:Excel.RowColumnPivotHierarchy):void@a',
    'Excel.Runtime': 'enableEvents:boolean@a',
    'Excel.Setting': 'key!:string@9;value:any@9;delete():void@9',
    'Excel.SettingCollection':
      '[]!:Excel.Setting@9;add(key:string,value:any):Excel.Setting@9;getCount():number@9;getItem(key:string):Excel.Setting@9;getItemOrNullObject(key:string):Excel.Setting@9;onSettingsChanged!:event@9',
    'Excel.Shape':
      'fill!:Excel.ShapeFill@3;geometricShape!:Excel.GeometricShape@3;group!:Excel.ShapeGroup@3;image!:Excel.Image@3;line!:Excel.Line@3;lineFormat!:Excel.ShapeLineFormat@3;parentGroup!:Excel.Shape@3;textFrame!:Excel.TextFrame@3;altTextDescription:string@3;altTextTitle:string@3;connectionSiteCount!:number@3;displayName!:string@f;geometricShapeType:#Excel.GeometricShapeType@3;height:number@3;id!:string@3;left:number@3;level!:number@3;lockAspectRatio:boolean@3;name:string@3;placement:#Excel.Placement@g;rotation:number@3;top:number@3;type!:#Excel.ShapeType@3;visible:boolean@3;width:number@3;zOrderPosition!:number@3;copyTo(destinationSheet?:any):Excel.Shape@g;delete():void@3;getAsImage(format:#Excel.PictureFormat):string@3;incrementLeft(increment:number):void@3;incrementRotation(increment:number):void@3;incrementTop(increment:number):void@3;scaleHeight(scaleFactor:number,scaleType:#Excel.ShapeScaleType,scaleFrom?:#Excel.ShapeScaleFrom):void@3;scaleWidth(scaleFactor:number,scaleType:#Excel.ShapeScaleType,scaleFrom?:#Excel.ShapeScaleFrom):void@3;setZOrder(position:#Excel.ShapeZOrder):void@3;onActivated!:event@3;onDeactivated!:event@3',
    'Excel.ShapeCollection':
      '[]!:Excel.Shape@3;addGeometricShape(geometricShapeType:#Excel.GeometricShapeType):Excel.Shape@3;addGroup(values:any):Excel.Shape@3;addImage(base64ImageString:string):Excel.Shape@3;addLine(startLeft:number,startTop:number,endLeft:number,endTop:number,connectorType?:#Excel.ConnectorType):Excel.Shape@3;addTextBox(text?:string):Excel.Shape@3;getCount():number@3;getItem(key:string):Excel.Shape@3;getItemAt(index:number):Excel.Shape@3;getItemOrNullObject(key:string):Excel.Shape@6',
    'Excel.ShapeFill':
      'foregroundColor:string@3;transparency:number@3;type!:#Excel.ShapeFillType@3;clear():void@3;setSolidColor(color:string):void@3',
    'Excel.ShapeFont':
      'bold:boolean@3;color:string@3;italic:boolean@3;name:string@3;size:number@3;underline:#Excel.ShapeFontUnderlineStyle@3',
    'Excel.ShapeGroup':
      'shape!:Excel.Shape@3;shapes!:Excel.GroupShapeCollection@3;id!:string@3;ungroup():void@3',
    'Excel.ShapeLineFormat':
      'color:string@3;dashStyle:#Excel.ShapeLineDashStyle@3;style:#Excel.ShapeLineStyle@3;transparency:number@3;visible:boolean@3;weight:number@3',
    'Excel.Slicer':
      'slicerItems!:Excel.SlicerItemCollection@g;worksheet!:Excel.Worksheet@g;caption:string@g;height:number@g;id!:string@g;isFilterCleared!:boolean@g;left:number@g;name:string@g;sortBy:#Excel.SlicerSortType@g;style:string@g;top:number@g;width:number@g;clearFilters():void@g;delete():void@g;getSelectedItems():string[]@g;selectItems(items?:string[]):void@g',
    'Excel.SlicerCollection':
      '[]!:Excel.Slicer@g;add(slicerSource:any,sourceField:any,slicerDestination?:any):Excel.Slicer@g;getCount():number@g;getItem(key:string):Excel.Slicer@g;getItemAt(index:number):Excel.Slicer@g;getItemOrNullObject(key:string):Excel.Slicer@g',
    'Excel.SlicerItem': 'hasData!:boolean@g;isSelected:boolean@g;key!:string@g;name!:string@g',
    'Excel.SlicerItemCollection':
      '[]!:Excel.SlicerItem@g;getCount():number@g;getItem(key:string):Excel.SlicerItem@g;getItemAt(index:number):Excel.SlicerItem@g;getItemOrNullObject(key:string):Excel.SlicerItem@g',
    'Excel.SlicerStyle': 'name:string@g;readOnly!:boolean@g;delete():void@g;duplicate():Excel.SlicerStyle@g',
    'Excel.SlicerStyleCollection':
      '[]!:Excel.SlicerStyle@g;add(name:string,makeUniqueName?:boolean):Excel.SlicerStyle@g;getCount():number@g;getDefault():Excel.SlicerStyle@g;getItem(name:string):Excel.SlicerStyle@g;getItemOrNullObject(name:string):Excel.SlicerStyle@g;setDefault(newDefaultStyle:any):void@g',
    'Excel.Style':
      'borders!:Excel.RangeBorderCollection@b;fill!:Excel.RangeFill@b;font!:Excel.RangeFont@b;autoIndent:boolean@a;builtIn!:boolean@b;formulaHidden:boolean@b;horizontalAlignment:#Excel.HorizontalAlignment@b;includeAlignment:boolean@b;includeBorder:boolean@b;includeFont:boolean@b;includeNumber:boolean@b;includePatterns:boolean@b;includeProtection:boolean@b;indentLevel:number@b;locked:boolean@b;name!:string@b;numberFormat:string@b;numberFormatLocal:string@b;readingOrder:#Excel.ReadingOrder@b;shrinkToFit:boolean@b;textOrientation:number@a;verticalAlignment:#Excel.VerticalAlignment@b;wrapText:boolean@b;delete():void@b',
    'Excel.StyleCollection':
      '[]!:Excel.Style@b;add(name:string):void@b;getCount():number@3;getItem(name:string):Excel.Style@b;getItemAt(index:number):Excel.Style@3;getItemOrNullObject(name:string):Excel.Style@6',
    'Excel.Table':
      'autoFilter!:Excel.AutoFilter@3;columns!:Excel.TableColumnCollection@4;rows!:Excel.TableRowCollection@4;sort!:Excel.TableSort@8;worksheet!:Excel.Worksheet@8;highlightFirstColumn:boolean@7;highlightLastColumn:boolean@7;id!:string@4;legacyId!:string@a;name:string@4;showBandedColumns:boolean@7;showBandedRows:boolean@7;showFilterButton:boolean@7;showHeaders:boolean@4;showTotals:boolean@4;style:string@4;clearFilters():void@8;convertToRange():Excel.Range@8;delete():void@4;getDataBodyRange():Excel.Range@4;getHeaderRowRange():Excel.Range@4;getRange():Excel.Range@4;getTotalRowRange():Excel.Range@4;reapplyFilters():void@8;resize(newRange:any):void@m;onChanged!:event@b;onSelectionChanged!:event@b',
    'Excel.TableCollection':
      '[]!:Excel.Table@4;count!:number@4;add(address:any,hasHeaders:boolean):Excel.Table@4;getCount():number@9;getItem(key:string):Excel.Table@4;getItemAt(index:number):Excel.Table@4;getItemOrNullObject(key:string):Excel.Table@9;onAdded!:event@3;onChanged!:event@b;onDeleted!:event@3',
    'Excel.TableColumn':
      'filter!:Excel.Filter@8;id!:number@4;index!:number@4;name:string@4;values:any[][]@4;valuesAsJson:any[][]@e;valuesAsJsonLocal:any[][]@e;delete():void@4;getDataBodyRange():Excel.Range@4;getHeaderRowRange():Excel.Range@4;getRange():Excel.Range@4;getTotalRowRange():Excel.Range@4',
    'Excel.TableColumnCollection':
      '[]!:Excel.TableColumn@4;count!:number@4;add(index?:number,values?:any,name?:string):Excel.TableColumn@4;addAsJson(index?:number,values?:any[][],name?:string):Excel.TableColumn@e;getCount():number@9;getItem(key:any):Excel.TableColumn@4;getItemAt(index:number):Excel.TableColumn@4;getItemOrNullObject(key:any):Excel.TableColumn@9',
    'Excel.TableRow':
      'index!:number@4;values:any[][]@4;valuesAsJson:any[][]@e;valuesAsJsonLocal:any[][]@e;delete():void@4;getRange():Excel.Range@4',
    'Excel.TableRowCollection':
      '[]!:Excel.TableRow@4;count!:number@4;add(index?:number,values?:any,alwaysInsert?:boolean):Excel.TableRow@4;addAsJson(index?:number,values?:any[][],alwaysInsert?:boolean):Excel.TableRow@e;deleteRows(rows:any):void@0;deleteRowsAt(index:number,count?:number):void@0;getCount():number@9;getItemAt(index:number):Excel.TableRow@4',
    'Excel.TableScopedCollection':
      '[]!:Excel.Table@3;getCount():number@3;getFirst():Excel.Table@3;getItem(key:string):Excel.Table@3;getItemOrNullObject(key:string):Excel.Table@6',
    'Excel.TableSort':
      'fields!:any[]@8;matchCase!:boolean@8;method!:#Excel.SortMethod@8;apply(fields:any[],matchCase?:boolean,method?:#Excel.SortMethod):void@8;clear():void@8;reapply():void@8',
    'Excel.TableStyle': 'name:string@g;readOnly!:boolean@g;delete():void@g;duplicate():Excel.TableStyle@g',
    'Excel.TableStyleCollection':
      '[]!:Excel.TableStyle@g;add(name:string,makeUniqueName?:boolean):Excel.TableStyle@g;getCount():number@g;getDefault():Excel.TableStyle@g;getItem(name:string):Excel.TableStyle@g;getItemOrNullObject(name:string):Excel.TableStyle@g;setDefault(newDefaultStyle:any):void@g',
    'Excel.TextConditionalFormat': 'format!:Excel.ConditionalRangeFormat@5;rule:any@5',
    'Excel.TextFrame':
      'textRange!:Excel.TextRange@3;autoSizeSetting:#Excel.ShapeAutoSize@3;bottomMargin:number@3;hasText!:boolean@3;horizontalAlignment:#Excel.ShapeTextHorizontalAlignment@3;horizontalOverflow:#Excel.ShapeTextHorizontalOverflow@3;leftMargin:number@3;orientation:#Excel.ShapeTextOrientation@3;readingOrder:#Excel.ShapeTextReadingOrder@3;rightMargin:number@3;topMargin:number@3;verticalAlignment:#Excel.ShapeTextVerticalAlignment@3;verticalOverflow:#Excel.ShapeTextVerticalOverflow@3;deleteText():void@3',
    'Excel.TextRange':
      'font!:Excel.ShapeFont@3;text:string@3;getSubstring(start:number,length?:number):Excel.TextRange@3',
    'Excel.TimelineStyle':
      'name:string@g;readOnly!:boolean@g;delete():void@g;duplicate():Excel.TimelineStyle@g',
    'Excel.TimelineStyleCollection':
      '[]!:Excel.TimelineStyle@g;add(name:string,makeUniqueName?:boolean):Excel.TimelineStyle@g;getCount():number@g;getDefault():Excel.TimelineStyle@g;getItem(name:string):Excel.TimelineStyle@g;getItemOrNullObject(name:string):Excel.TimelineStyle@g;setDefault(newDefaultStyle:any):void@g',
    'Excel.TopBottomConditionalFormat': 'format!:Excel.ConditionalRangeFormat@5;rule:any@5',
    'Excel.Window':
      'activeCell!:Excel.Range@1;activePane!:Excel.Pane@1;activeWorksheet!:Excel.Worksheet@1;panes!:Excel.PaneCollection@1;visibleRange!:Excel.Range@1;autoFilterDateGroupingEnabled:boolean@1;enableResize!:boolean@1;freezePanes:boolean@1;height:number@1;index!:number@1;isVisible:boolean@1;left:number@1;name:string@1;scrollColumn:number@1;scrollRow:number@1;showFormulas:boolean@1;showGridlines:boolean@1;showHeadings:boolean@1;showHorizontalScrollBar:boolean@1;showOutline:boolean@1;showRightToLeft!:boolean@1;showRuler:boolean@1;showVerticalScrollBar:boolean@1;showWhitespace:boolean@1;showWorkbookTabs:boolean@1;showZeros:boolean@1;split:boolean@1;splitColumn:number@1;splitHorizontal:number@1;splitRow:number@1;splitVertical:number@1;tabRatio:number@1;top:number@1;type!:#Excel.WindowType@1;usableHeight!:number@1;usableWidth!:number@1;view:#Excel.WindowView@1;width:number@1;windowNumber!:number@1;windowState:#Excel.WindowState@1;zoom:number@1;activate():void@1;activateNext():void@1;activatePrevious():void@1;close():boolean@1;largeScroll(Down:number,Up:number,ToRight:number,ToLeft:number):void@1;newWindow():Excel.Window@1;pointsToScreenPixelsX(Points:number):number@1;pointsToScreenPixelsY(Points:number):number@1;scrollIntoView(Left:number,Top:number,Width:number,Height:number,Start?:boolean):void@1;scrollWorkbookTabs(Sheets?:number,Position?:#Excel.ScrollWorkbookTabPosition):void@1;smallScroll(Down:number,Up:number,ToRight:number,ToLeft:number):void@1',
    'Excel.WindowCollection':
      '[]!:Excel.Window@1;breakSideBySide():void@1;compareCurrentSideBySideWith(windowName:string):void@1;getCount():number@1;getItemAt(index:number):Excel.Window@1;resetPositionsSideBySide():void@1',
    'Excel.Workbook':
      'application!:Excel.Application@4;bindings!:Excel.BindingCollection@4;comments!:Excel.CommentCollection@g;customXmlParts!:Excel.CustomXmlPartCollection@j;dataConnections!:Excel.DataConnectionCollection@b;functions!:Excel.Functions@8;linkedEntityDataDomains!:Excel.LinkedEntityDataDomainCollection@d;linkedWorkbooks!:Excel.LinkedWorkbookCollection@0;names!:Excel.NamedItemCollection@4;notes!:Excel.NoteCollection@l;pivotTableStyles!:Excel.PivotTableStyleCollection@g;pivotTables!:Excel.PivotTableCollection@7;properties!:Excel.DocumentProperties@b;protection!:Excel.WorkbookProtection@b;queries!:Excel.QueryCollection@6;settings!:Excel.SettingCollection@9;slicerStyles!:Excel.SlicerStyleCollection@g;slicers!:Excel.SlicerCollection@g;styles!:Excel.StyleCollection@b;tableStyles!:Excel.TableStyleCollection@g;tables!:Excel.TableCollection@4;timelineStyles!:Excel.TimelineStyleCollection@g;worksheets!:Excel.WorksheetCollection@4;autoSave!:boolean@3;calculationEngineVersion!:number@3;chartDataPointTrack:boolean@3;isDirty:boolean@3;name!:string@b;previouslySaved!:boolean@3;readOnly!:boolean@a;usePrecisionAsDisplayed:boolean@3;close(closeBehavior?:#Excel.CloseBehavior):void@2;focus():void@1;getActiveCell():Excel.Range@b;getActiveChart():Excel.Chart@3;getActiveChartOrNullObject():Excel.Chart@3;getActiveShape():Excel.Shape@d;getActiveShapeOrNullObject():Excel.Shape@d;getActiveSlicer():Excel.Slicer@g;getActiveSlicerOrNullObject():Excel.Slicer@g;getIsActiveCollabSession():boolean@3;getLinkedEntityCellValue(linkedEntityCellValueId:any):any@e;getSelectedRange():Excel.Range@4;getSelectedRanges():Excel.RangeAreas@3;insertWorksheetsFromBase64(base64File:string,options?:any):string[]@m;save(saveBehavior?:#Excel.SaveBehavior):void@2;onActivated!:event@m;onAutoSaveSettingChanged!:event@3;onSelectionChanged!:event@8',
    'Excel.WorkbookProtection':
      'protected!:boolean@b;protect(password?:string):void@b;unprotect(password?:string):void@b',
    'Excel.WorkbookRangeAreas':
      'areas!:Excel.RangeAreasCollection@c;ranges!:Excel.RangeCollection@c;addresses!:string[]@c;getRangeAreasBySheet(key:string):Excel.RangeAreas@c;getRangeAreasOrNullObjectBySheet(key:string):Excel.RangeAreas@c',
    'Excel.Worksheet':
      'autoFilter!:Excel.AutoFilter@3;charts!:Excel.ChartCollection@4;comments!:Excel.CommentCollection@g;customProperties!:Excel.WorksheetCustomPropertyCollection@c;freezePanes!:Excel.WorksheetFreezePanes@b;horizontalPageBreaks!:Excel.PageBreakCollection@3;namedSheetViews!:Excel.NamedSheetViewCollection@0;names!:Excel.NamedItemCollection@9;notes!:Excel.NoteCollection@l;pageLayout!:Excel.PageLayout@3;pivotTables!:Excel.PivotTableCollection@7;protection!:Excel.WorksheetProtection@8;shapes!:Excel.ShapeCollection@3;slicers!:Excel.SlicerCollection@g;tables!:Excel.TableCollection@4;verticalPageBreaks!:Excel.PageBreakCollection@3;enableCalculation:boolean@3;id!:string@4;name:string@4;position:number@4;showDataTypeIcons:boolean@d;showGridlines:boolean@a;showHeadings:boolean@a;standardHeight!:number@b;standardWidth:number@b;tabColor:string@b;tabId!:number@6;visibility:#Excel.SheetVisibility@4;activate():void@4;calculate(markAllDirty:boolean):void@5;checkSpelling(options?:any):void@1;clearArrows():void@1;copy(positionType?:#Excel.WorksheetPositionType,relativeTo?:Excel.Worksheet):Excel.Worksheet@b;delete():void@4;evaluate(name:string):any@1;findAll(text:string,criteria:any):Excel.RangeAreas@3;findAllOrNullObject(text:string,criteria:any):Excel.RangeAreas@3;getCell(row:number,column:number):Excel.Range@4;getNext(visibleOnly?:boolean):Excel.Worksheet@j;getNextOrNullObject(visibleOnly?:boolean):Excel.Worksheet@j;getPrevious(visibleOnly?:boolean):Excel.Worksheet@j;getPreviousOrNullObject(visibleOnly?:boolean):Excel.Worksheet@j;getRange(address?:string):Excel.Range@4;getRangeByIndexes(startRow:number,startColumn:number,rowCount:number,columnCount:number):Excel.Range@b;getRanges(address?:string):Excel.RangeAreas@3;getUsedRange(valuesOnly?:boolean):Excel.Range@4;getUsedRangeOrNullObject(valuesOnly?:boolean):Excel.Range@9;replaceAll(text:string,replacement:string,criteria:any):number@3;showOutlineLevels(rowLevels:number,columnLevels:number):void@g;onActivated!:event@b;onCalculated!:event@a;onChanged!:event@b;onColumnSorted!:event@g;onDeactivated!:event@b;onFormatChanged!:event@3;onFormulaChanged!:event@m;onNameChanged!:event@h;onProtectionChanged!:event@6;onRowHiddenChanged!:event@2;onRowSorted!:event@g;onSelectionChanged!:event@b;onSingleClicked!:event@g;onVisibilityChanged!:event@h',
    'Excel.WorksheetCollection':
      '[]!:Excel.Worksheet@4;add(name?:string):Excel.Worksheet@4;getActiveWorksheet():Excel.Worksheet@4;getCount(visibleOnly?:boolean):number@9;getFirst(visibleOnly?:boolean):Excel.Worksheet@j;getItem(key:string):Excel.Worksheet@4;getItemOrNullObject(key:string):Excel.Worksheet@9;getLast(visibleOnly?:boolean):Excel.Worksheet@j;onActivated!:event@b;onAdded!:event@b;onCalculated!:event@a;onChanged!:event@3;onColumnSorted!:event@g;onDeactivated!:event@b;onDeleted!:event@b;onFormatChanged!:event@3;onFormulaChanged!:event@m;onMoved!:event@h;onNameChanged!:event@h;onProtectionChanged!:event@6;onRowHiddenChanged!:event@2;onRowSorted!:event@g;onSelectionChanged!:event@3;onSingleClicked!:event@g;onVisibilityChanged!:event@h',
    'Excel.WorksheetCustomProperty': 'key!:string@c;value:string@c;delete():void@c',
    'Excel.WorksheetCustomPropertyCollection':
      '[]!:Excel.WorksheetCustomProperty@c;add(key:string,value:string):Excel.WorksheetCustomProperty@c;getCount():number@c;getItem(key:string):Excel.WorksheetCustomProperty@c;getItemOrNullObject(key:string):Excel.WorksheetCustomProperty@c',
    'Excel.WorksheetFreezePanes':
      'freezeAt(frozenRange:any):void@b;freezeColumns(count?:number):void@b;freezeRows(count?:number):void@b;getLocation():Excel.Range@b;getLocationOrNullObject():Excel.Range@b;unfreeze():void@b',
    'Excel.WorksheetProtection':
      'allowEditRanges!:Excel.AllowEditRangeCollection@0;canPauseProtection!:boolean@0;isPasswordProtected!:boolean@0;isPaused!:boolean@0;options!:any@8;protected!:boolean@8;savedOptions!:any@0;checkPassword(password?:string):boolean@0;pauseProtection(password?:string):void@0;protect(options?:any,password?:string):void@8;resumeProtection():void@0;setPassword(password?:string):void@0;unprotect(password?:string):void@b;updateOptions(options:any):void@0',
    'Office.Actions':
      'associate(actionId:string,actionFunction:any):void@;replaceShortcuts(shortcuts:any):any@n;getShortcuts():any@n;areShortcutsInUse(shortcuts:string[]):any@n',
    'Office.AddBindingFromNamedItemOptions': 'id:string@;asyncContext:any@',
    'Office.AddBindingFromPromptOptions': 'id:string@;promptText:string@;sampleData:any@;asyncContext:any@',
    'Office.AddBindingFromSelectionOptions': 'id:string@;columns:string[]@;asyncContext:any@',
    'Office.Addin':
      'setStartupBehavior(behavior:#Office.StartupBehavior):any@o;getStartupBehavior():any@o;showAsTaskpane():any@o;hide():any@o;onVisibilityModeChanged(handler:any):any@o;beforeDocumentCloseNotification:any@p',
    'Office.AddinCommands.Event': 'source:any@q;completed(options?:any):void@q',
    'Office.AddinCommands.EventCompletedOptions': 'allowEvent:boolean@r',
    'Office.AddinCommands.Source': 'id:string@q',
    'Office.AppointmentCompose':
      'body:any@s;categories:any@r;end:any@;enhancedLocation:any@r;itemType:any@;location:any@s;notificationMessages:any@q;optionalAttendees:any@;organizer:any@t;recurrence:any@t;requiredAttendees:any@;sensitivity:any@u;sensitivityLabel:any@v;seriesId:string@t;sessionData:any@w;start:any@;subject:any@;addFileAttachmentAsync(uri:string,attachmentName:string,options:any,callback?:any):void@s;addFileAttachmentFromBase64Async(base64File:string,attachmentName:string,options:any,callback?:any):void@r;addHandlerAsync(eventType:any,handler:any,options:any,callback?:any):void@t;addItemAttachmentAsync(itemId:any,attachmentName:string,options:any,callback?:any):void@s;close():void@q;disableClientSignatureAsync(options:any,callback?:any):void@x;getAttachmentContentAsync(attachmentId:string,options:any,callback?:any):void@r;getAttachmentsAsync(options:any,callback?:any):void@r;getInitializationContextAsync(options:any,callback:any):void@r;getItemIdAsync(options:any,callback:any):void@r;getSelectedDataAsync(coercionType:any,options:any,callback:any):void@y;getSharedPropertiesAsync(options:any,callback:any):void@r;isClientSignatureEnabledAsync(options:any,callback:any):void@x;loadCustomPropertiesAsync(callback:any,userContext?:any):void@s;removeAttachmentAsync(attachmentId:string,options:any,callback?:any):void@s;removeHandlerAsync(eventType:any,options:any,callback?:any):void@t;saveAsync(options:any,callback:any):void@q;sendAsync(options:any,callback?:any):void@z;setSelectedDataAsync(data:string,options:any,callback?:any):void@y',
    'Office.AppointmentForm':
      'body:string@s;end:any@s;location:string@s;optionalAttendees:any@s;resources:string[]@s;requiredAttendees:any@s;start:any@s;subject:string@s',
    'Office.AppointmentRead':
      'attachments:any[]@;body:any@s;categories:any@r;dateTimeCreated:date@;dateTimeModified:date@s;end:date@;enhancedLocation:any@r;itemClass:string@;itemId:string@;itemType:any@;location:string@s;normalizedSubject:string@;notificationMessages:any@q;optionalAttendees:any[]@;organizer:any@;recurrence:any@t;requiredAttendees:any[]@;start:date@;seriesId:string@t;subject:string@;sensitivity:#Office.MailboxEnums.AppointmentSensitivityType@u;addHandlerAsync(eventType:any,handler:any,options:any,callback?:any):void@t;displayReplyAllForm(formData:string):void@s;displayReplyAllFormAsync(formData:string,options:any,callback?:any):void@10;displayReplyForm(formData:string):void@s;displayReplyFormAsync(formData:string,options:any,callback?:any):void@10;getAttachmentContentAsync(attachmentId:string,options:any,callback?:any):void@r;getEntities():any@s;getEntitiesByType(entityType:any):any@s;getFilteredEntitiesByName(name:string):any@s;getInitializationContextAsync(options:any,callback:any):void@r;getRegExMatches():any@s;getRegExMatchesByName(name:string):string[]@s;getSelectedEntities():any@11;getSelectedRegExMatches():any@11;getSharedPropertiesAsync(options:any,callback:any):void@r;loadCustomPropertiesAsync(callback:any,userContext?:any):void@s;removeHandlerAsync(eventType:any,options:any,callback?:any):void@t',
    'Office.AppointmentTimeChangedEventArgs': "end:date@t;start:date@t;type:'olkAppointmentTimeChanged'@t",
    'Office.AsyncContextOptions': 'asyncContext:any@',
    'Office.AsyncResult':
      'asyncContext:any@;diagnostics:any@;error:any@;status:#Office.AsyncResultStatus@;value:any@',
    'Office.AttachmentContent': 'content:string@r;format:any@r',
    'Office.AttachmentDetails':
      'attachmentType:any@s;contentId:string@12;contentType:string@s;id:string@s;isInline:boolean@s;name:string@s;size:number@s',
    'Office.AttachmentDetailsCompose':
      'attachmentType:any@r;contentId:string@12;id:string@r;isInline:boolean@r;isServiceAccessible:boolean@r;name:string@r;size:number@r;url:string@r',
    'Office.AttachmentsChangedEventArgs':
      "attachmentDetails:any@r;attachmentStatus:any@r;type:'olkAttachmentsChanged'@r",
    'Office.Auth':
      'getAccessTokenAsync(options?:any,callback?:any):void@13;getAccessToken(options?:any):any@13;getAuthContext():any@14',
    'Office.AuthContext':
      "userObjectId:string@14;tenantId:string@14;userPrincipalName:string@14;authorityType:'aad|msa|other'@14;authorityBaseUrl:string@14;loginHint:string@14",
    'Office.AuthOptions':
      'allowConsentPrompt:boolean@;allowSignInPrompt:boolean@;forceAddAccount:boolean@;forceConsent:boolean@;authChallenge:string@;asyncContext:any@;forMSGraphAccess:boolean@',
    'Office.BeforeDocumentCloseNotification':
      'enable():any@p;disable():any@p;onCloseActionCancelled(handler:any):any@p',
    'Office.Binding':
      'document:any@15;id:string@15;type:#Office.BindingType@15;addHandlerAsync(eventType:#Office.EventType,handler:any,options?:any,callback?:any):void@16;getDataAsync(options?:any,callback?:any):void@17;removeHandlerAsync(eventType:#Office.EventType,options?:any,callback?:any):void@16;setDataAsync(data:any,options?:any,callback?:any):void@17',
    'Office.BindingDataChangedEventArgs': 'binding:any@;type:#Office.EventType@',
    'Office.BindingSelectionChangedEventArgs':
      'binding:any@;columnCount:number@;rowCount:number@;startColumn:number@;startRow:number@;type:#Office.EventType@',
    'Office.Bindings':
      'document:any@;addFromNamedItemAsync(itemName:string,bindingType:#Office.BindingType,options?:any,callback?:any):void@15;addFromPromptAsync(bindingType:#Office.BindingType,options?:any,callback?:any):void@;addFromSelectionAsync(bindingType:#Office.BindingType,options?:any,callback?:any):void@15;getAllAsync(options?:any,callback?:any):void@15;getByIdAsync(id:string,options?:any,callback?:any):void@15;releaseByIdAsync(id:string,options?:any,callback?:any):void@15',
    'Office.Body':
      'appendOnSendAsync(data:string,options:any,callback?:any):void@10;getAsync(coercionType:any,options:any,callback?:any):void@q;getTypeAsync(options:any,callback?:any):void@s;prependAsync(data:string,options:any,callback?:any):void@s;prependOnSendAsync(data:string,options:any,callback?:any):void@v;setAsync(data:string,options:any,callback?:any):void@q;setSelectedDataAsync(data:string,options:any,callback?:any):void@s;setSignatureAsync(data:string,options:any,callback?:any):void@x',
    'Office.Categories':
      'addAsync(categories:string[],options:any,callback?:any):void@r;getAsync(options:any,callback:any):void@r;removeAsync(categories:string[],options:any,callback?:any):void@r',
    'Office.CategoryDetails': 'displayName:string@r;color:any@r',
    'Office.CoercionTypeOptions': 'coercionType:any@',
    'Office.Contact':
      'addresses:string[]@;businessName:string@;emailAddresses:string[]@;personName:string@;phoneNumbers:any[]@;urls:string[]@',
    'Office.Context':
      'commerceAllowed:boolean@;contentLanguage:string@;diagnostics:any@;displayLanguage:string@;document:any@;host:#Office.HostType@;license:any@;mailbox:any@;officeTheme:any@;partitionKey:string@;platform:#Office.PlatformType@;requirements:any@;roamingSettings:any@s;sensitivityLabelsCatalog:any@v;touchEnabled:boolean@;ui:any@;urls:any@u',
    'Office.ContextInformation': 'host:#Office.HostType@;platform:#Office.PlatformType@;version:string@',
    'Office.ContextMenu': 'requestUpdate(input:any):any@18',
    'Office.ContextMenuControl': 'id:string@18;enabled:boolean@18',
    'Office.ContextMenuUpdaterData': 'controls:any[]@18',
    'Office.Control': 'id:string@19;enabled:boolean@19;visible:boolean@1a',
    'Office.CustomProperties':
      'get(name:string):any@s;getAll():any@10;remove(name:string):void@s;saveAsync(callback:any,asyncContext?:any):void@s',
    'Office.CustomXmlNode':
      'baseName:string@;namespaceUri:string@;nodeType:string@;getNodesAsync(xPath:string,options?:any,callback?:any):void@1b;getNodeValueAsync(options?:any,callback?:any):void@1b;getTextAsync(options?:any,callback?:any):void@1b;getXmlAsync(options?:any,callback?:any):void@1b;setNodeValueAsync(value:string,options?:any,callback?:any):void@1b;setTextAsync(text:string,options?:any,callback?:any):void@1b;setXmlAsync(xml:string,options?:any,callback?:any):void@1b',
    'Office.CustomXmlPart':
      'builtIn:boolean@;id:string@;namespaceManager:any@;addHandlerAsync(eventType:#Office.EventType,handler:any,options?:any,callback?:any):void@1b;deleteAsync(options?:any,callback?:any):void@1b;getNodesAsync(xPath:string,options?:any,callback?:any):void@1b;getXmlAsync(options?:any,callback?:any):void@1b;removeHandlerAsync(eventType:#Office.EventType,handler?:any,options?:any,callback?:any):void@1b',
    'Office.CustomXmlParts':
      'addAsync(xml:string,options?:any,callback?:any):void@1b;getByIdAsync(id:string,options?:any,callback?:any):void@1b;getByNamespaceAsync(ns:string,options?:any,callback?:any):void@1b',
    'Office.CustomXmlPrefixMappings':
      'addNamespaceAsync(prefix:string,ns:string,options?:any,callback?:any):void@1b;getNamespaceAsync(prefix:string,options?:any,callback?:any):void@1b;getPrefixAsync(ns:string,options?:any,callback?:any):void@1b',
    'Office.DecryptedMessageAttachment':
      'attachmentType:#Office.MailboxEnums.AttachmentType@12;content:string@12;contentId:string@12;isInline:boolean@12;name:string@12;path:string@12',
    'Office.DecryptedMessageBody': 'coercionType:#Office.CoercionType@12;content:string@12',
    'Office.DelayDeliveryTime':
      'getAsync(options:any,callback?:any):void@v;setAsync(datetime:date,options:any,callback?:any):void@v',
    'Office.DevicePermission':
      'requestPermissions(permissions:#Office.DevicePermissionType[]):any@1c;requestPermissionsAsync(permissions:#Office.DevicePermissionType[],options:any,callback:any):void@1c',
    'Office.Diagnostics':
      'ews:any@12;hostName:string@s;hostVersion:string@s;OWAView:#Office.MailboxEnums.OWAView@s',
    'Office.Dialog':
      'close():void@1d;addEventHandler(eventType:#Office.EventType,handler:any):void@1d;messageChild(message:string,messageOptions?:any):void@1e;sendMessage(name:string):void@1d',
    'Office.DialogMessageOptions': 'targetOrigin:string@1f',
    'Office.DialogOptions':
      'height:number@;width:number@;displayInIframe:boolean@;promptBeforeOpen:boolean@;asyncContext:any@',
    'Office.DialogParentMessageReceivedEventArgs': 'message:string@;origin:string@1f;type:#Office.EventType@',
    'Office.Document':
      'bindings:any@;customXmlParts:any@;mode:#Office.DocumentMode@;settings:any@;url:string@;addHandlerAsync(eventType:#Office.EventType,handler:any,options?:any,callback?:any):void@1g;getActiveViewAsync(options?:any,callback?:any):void@1h;getFileAsync(fileType:#Office.FileType,options?:any,callback?:any):void@1i;getFilePropertiesAsync(options?:any,callback?:any):void@;getSelectedDataAsync(coercionType:#Office.CoercionType,options?:any,callback?:any):void@1j;goToByIdAsync(id:any,goToType:#Office.GoToType,options?:any,callback?:any):void@;removeHandlerAsync(eventType:#Office.EventType,options?:any,callback?:any):void@1g;setSelectedDataAsync(data:any,options?:any,callback?:any):void@17;getProjectFieldAsync(fieldId:number,options?:any,callback?:any):void@;getResourceFieldAsync(resourceId:string,fieldId:number,options?:any,callback?:any):void@;getSelectedResourceAsync(options?:any,callback?:any):void@;getSelectedTaskAsync(options?:any,callback?:any):void@;getSelectedViewAsync(options?:any,callback?:any):void@;getTaskAsync(taskId:string,options?:any,callback?:any):void@;getTaskFieldAsync(taskId:string,fieldId:number,options?:any,callback?:any):void@;getWSSUrlAsync(options?:any,callback?:any):void@;getMaxResourceIndexAsync(options?:any,callback?:any):void@;getMaxTaskIndexAsync(options?:any,callback?:any):void@;getResourceByIndexAsync(resourceIndex:number,options?:any,callback?:any):void@;getTaskByIndexAsync(taskIndex:number,options?:any,callback?:any):void@;setResourceFieldAsync(resourceId:string,fieldId:number,fieldValue:any,options?:any,callback?:any):void@;setTaskFieldAsync(taskId:string,fieldId:number,fieldValue:any,options?:any,callback?:any):void@',
    'Office.DocumentSelectionChangedEventArgs': 'document:any@;type:#Office.EventType@',
    'Office.DragAndDropEventArgs': "dragAndDropEventData:any@1k;type:'olkDragAndDropEvent'@1k",
    'Office.DragoverEventData':
      "pageX:number@1k;pageY:number@1k;taskPaneX:number@1k;taskPaneY:number@1k;type:'dragover'@1k",
    'Office.DropEventData':
      "dataTransfer:any@1k;pageX:number@1k;pageY:number@1k;taskPaneX:number@1k;taskPaneY:number@1k;type:'drop'@1k",
    'Office.DroppedItemDetails': 'fileContent:any@1k;name:string@1k;type:string@1k',
    'Office.DroppedItems': 'files:any[]@1k',
    'Office.EmailAddressDetails':
      'emailAddress:string@;displayName:string@;appointmentResponse:any@;recipientType:any@',
    'Office.EmailUser': 'displayName:string@;emailAddress:string@',
    'Office.EnhancedLocation':
      'addAsync(locationIdentifiers:any[],options:any,callback?:any):void@r;getAsync(options:any,callback?:any):void@r;removeAsync(locationIdentifiers:any[],options:any,callback?:any):void@r',
    'Office.EnhancedLocationsChangedEventArgs':
      "enhancedLocations:any[]@r;type:'olkEnhancedLocationsChanged'@r",
    'Office.Entities':
      'addresses:string[]@;contacts:any[]@;emailAddresses:string[]@;meetingSuggestions:any[]@;phoneNumbers:any[]@;taskSuggestions:string[]@;urls:string[]@',
    'Office.Error': 'code:number@;message:string@;name:string@',
    'Office.Ews': 'getTokenStatusAsync(options:any,callback:any):void@12',
    'Office.ExtensionLifeCycle': 'taskpane:any@1l',
    'Office.File':
      'size:number@;sliceCount:number@;closeAsync(callback?:any):void@1m;getSliceAsync(sliceIndex:number,callback?:any):void@1m',
    'Office.FileProperties': 'url:string@',
    'Office.From': 'getAsync(options:any,callback?:any):void@t',
    'Office.GetBindingDataOptions':
      'coercionType:any@;valueFormat:any@;startRow:number@;startColumn:number@;rowCount:number@;columnCount:number@;filterType:any@;rows:string@;asyncContext:any@',
    'Office.GetFileOptions': 'sliceSize:number@;asyncContext:any@',
    'Office.GetSelectedDataOptions': 'valueFormat:any@;filterType:any@;asyncContext:any@',
    'Office.GoToByIdOptions': 'selectionMode:any@;asyncContext:any@',
    'Office.Group': 'id:string@19;controls:any[]@19;visible:boolean@1a',
    'Office.IPromiseConstructor':
      'prototype!:any@;all(values:any):any@;race(values:any):any@;reject(reason:any):any@;resolve(value:any):any@',
    'Office.InfobarClickedEventArgs': "infobarDetails:any@x;type:'olkInfobarClicked'@x",
    'Office.InfobarDetails':
      'actionType:#Office.MailboxEnums.InfobarActionType@x;infobarType:#Office.MailboxEnums.InfobarType@x',
    'Office.InitializationContextChangedEventArgs':
      "initializationContextData:string@z;type:'olkInitializationContextChanged'@z",
    'Office.InternetHeaders':
      'getAsync(names:string[],options:any,callback:any):void@r;removeAsync(names:string[],options:any,callback?:any):void@r;setAsync(headers:any,options:any,callback?:any):void@r',
    'Office.LoadedMessageCompose':
      'bcc:any@s;body:any@s;categories:any@r;cc:any@z;conversationId:string@z;delayDeliveryTime:any@v;from:any@t;inReplyTo:string@u;internetHeaders:any@r;itemType:any@z;notificationMessages:any@q;sensitivityLabel:any@v;seriesId:string@t;subject:any@z;to:any@z;getAttachmentContentAsync(attachmentId:string,options:any,callback?:any):void@r;getAttachmentsAsync(options:any,callback?:any):void@r;getComposeTypeAsync(options:any,callback:any):void@x;getConversationIndexAsync(options:any,callback:any):void@u;getInitializationContextAsync(options:any,callback:any):void@r;getItemClassAsync(options:any,callback:any):void@u;getItemIdAsync(options:any,callback:any):void@r;getSharedPropertiesAsync(options:any,callback:any):void@r;isClientSignatureEnabledAsync(options:any,callback:any):void@x;loadCustomPropertiesAsync(callback:any,userContext?:any):void@s;saveAsync(options:any,callback:any):void@q;unloadAsync(options:any,callback?:any):void@z',
    'Office.LoadedMessageRead':
      'attachments:any[]@z;body:any@s;categories:any@r;cc:any[]@z;conversationId:string@z;dateTimeCreated:date@z;dateTimeModified:date@s;end:date@z;from:any@z;internetMessageId:string@z;itemClass:string@z;itemId:string@z;itemType:any@z;location:string@z;normalizedSubject:string@z;notificationMessages:any@q;recurrence:any@t;seriesId:string@t;sender:any@z;start:date@z;subject:string@z;to:any[]@z;displayReplyAllFormAsync(formData:string,options:any,callback?:any):void@10;displayReplyFormAsync(formData:string,options:any,callback?:any):void@10;getAllInternetHeadersAsync(options:any,callback?:any):void@r;getAsFileAsync(options:any,callback:any):void@u;getAttachmentContentAsync(attachmentId:string,options:any,callback?:any):void@r;getInitializationContextAsync(options:any,callback:any):void@r;getRegExMatches():any@s;getRegExMatchesByName(name:string):string[]@s;getSelectedRegExMatches():any@11;getSharedPropertiesAsync(options:any,callback:any):void@r;loadCustomPropertiesAsync(callback:any,userContext?:any):void@s;unloadAsync(options:any,callback?:any):void@z',
    'Office.LocalClientTime':
      'month:number@;date:number@;year:number@;hours:number@;minutes:number@;seconds:number@;milliseconds:number@;timezoneOffset:number@',
    'Office.Location':
      'getAsync(options:any,callback:any):void@s;setAsync(location:string,options:any,callback?:any):void@s',
    'Office.LocationDetails': 'locationIdentifier:any@r;displayName:string@r;emailAddress:string@r',
    'Office.LocationIdentifier': 'id:string@r;type:any@r',
    'Office.Mailbox':
      'diagnostics:any@;ewsUrl:string@s;item:any@;masterCategories:any@r;restUrl:string@1k;userProfile:any@;addHandlerAsync(eventType:any,handler:any,options:any,callback?:any):void@1k;convertToEwsId(id:string,restVersion:any):string@q;convertToLocalClientTime(timeValue:date):any@;convertToRestId(id:string,restVersion:any):string@q;convertToUtcClientTime(input:any):date@;displayAppointmentForm(itemId:string):void@s;displayAppointmentFormAsync(itemId:string,options:any,callback?:any):void@10;displayMessageForm(itemId:string):void@s;displayMessageFormAsync(itemId:string,options:any,callback?:any):void@10;displayNewAppointmentForm(parameters:any):void@s;displayNewAppointmentFormAsync(parameters:any,options:any,callback?:any):void@10;displayNewMessageForm(parameters:any):void@11;displayNewMessageFormAsync(parameters:any,options:any,callback?:any):void@10;getCallbackTokenAsync(options:any,callback:any):void@1k;getIsIdentityManaged():boolean@;getIsOpenFromLocationAllowed(openLocation:#Office.MailboxEnums.OpenLocation):boolean@;getIsSaveToLocationAllowed(saveLocation:#Office.MailboxEnums.SaveLocation):boolean@;getSelectedItemsAsync(options:any,callback:any):void@v;getUserIdentityTokenAsync(callback:any,userContext?:any):void@;loadItemByIdAsync(itemId:string,options:any,callback:any):void@z;makeEwsRequestAsync(data:any,callback:any,userContext?:any):void@s;removeHandlerAsync(eventType:any,options:any,callback?:any):void@1k',
    'Office.MailboxEvent': 'completed(options?:any):void@x',
    'Office.MasterCategories':
      'addAsync(categories:any[],options:any,callback?:any):void@r;getAsync(options:any,callback:any):void@r;removeAsync(categories:string[],options:any,callback?:any):void@r',
    'Office.MatrixBinding': 'columnCount:number@;rowCount:number@',
    'Office.MeetingSuggestion':
      'attendees:any[]@;end:string@;location:string@;meetingString:string@;start:string@;subject:string@',
    'Office.MessageCompose':
      'bcc:any@s;body:any@s;categories:any@r;cc:any@;conversationId:string@;delayDeliveryTime:any@v;from:any@t;inReplyTo:string@u;internetHeaders:any@r;itemType:any@;notificationMessages:any@q;sensitivityLabel:any@v;seriesId:string@t;sessionData:any@w;subject:any@;to:any@;addFileAttachmentAsync(uri:string,attachmentName:string,options:any,callback?:any):void@s;addFileAttachmentFromBase64Async(base64File:string,attachmentName:string,options:any,callback?:any):void@r;addHandlerAsync(eventType:any,handler:any,options:any,callback?:any):void@t;addItemAttachmentAsync(itemId:any,attachmentName:string,options:any,callback?:any):void@s;close():void@q;closeAsync(options:any,callback?:any):void@u;disableClientSignatureAsync(options:any,callback?:any):void@x;getAttachmentContentAsync(attachmentId:string,options:any,callback?:any):void@r;getAttachmentsAsync(options:any,callback?:any):void@r;getComposeTypeAsync(options:any,callback:any):void@x;getConversationIndexAsync(options:any,callback:any):void@u;getInitializationContextAsync(options:any,callback:any):void@r;getItemClassAsync(options:any,callback:any):void@u;getItemIdAsync(options:any,callback:any):void@r;getSelectedDataAsync(coercionType:any,options:any,callback:any):void@y;getSharedPropertiesAsync(options:any,callback:any):void@r;isClientSignatureEnabledAsync(options:any,callback:any):void@x;loadCustomPropertiesAsync(callback:any,userContext?:any):void@s;removeAttachmentAsync(attachmentId:string,options:any,callback?:any):void@s;removeHandlerAsync(eventType:any,options:any,callback?:any):void@t;saveAsync(options:any,callback:any):void@q;sendAsync(options:any,callback?:any):void@z;setSelectedDataAsync(data:string,options:any,callback?:any):void@y',
    'Office.MessageDecryptEventCompletedOptions':
      'allowEvent:boolean@12;attachments:any[]@12;contextData:any@12;emailBody:any@12',
    'Office.MessageForm':
      'attachments:any[]@11;bccRecipients:any@11;ccRecipients:any@11;htmlBody:string@11;subject:string@11;toRecipients:any@11',
    'Office.MessageFormAttachment':
      'type:any@11;name:string@11;url:string@11;isInline:boolean@11;itemId:string@11',
    'Office.MessageRead':
      'attachments:any[]@;body:any@s;categories:any@r;cc:any[]@;conversationId:string@;dateTimeCreated:date@;dateTimeModified:date@s;end:date@;from:any@;internetMessageId:string@;itemClass:string@;itemId:string@;itemType:any@;location:string@;normalizedSubject:string@;notificationMessages:any@q;recurrence:any@t;seriesId:string@t;sender:any@;start:date@;subject:string@;to:any[]@;addHandlerAsync(eventType:any,handler:any,options:any,callback?:any):void@t;displayReplyAllForm(formData:string):void@s;displayReplyAllFormAsync(formData:string,options:any,callback?:any):void@10;displayReplyForm(formData:string):void@s;displayReplyFormAsync(formData:string,options:any,callback?:any):void@10;getAllInternetHeadersAsync(options:any,callback?:any):void@r;getAsFileAsync(options:any,callback:any):void@u;getAttachmentContentAsync(attachmentId:string,options:any,callback?:any):void@r;getEntities():any@s;getEntitiesByType(entityType:any):any@s;getFilteredEntitiesByName(name:string):any@s;getInitializationContextAsync(options:any,callback:any):void@r;getRegExMatches():any@s;getRegExMatchesByName(name:string):string[]@s;getSelectedEntities():any@11;getSelectedRegExMatches():any@11;getSharedPropertiesAsync(options:any,callback:any):void@r;loadCustomPropertiesAsync(callback:any,userContext?:any):void@s;removeHandlerAsync(eventType:any,options:any,callback?:any):void@t',
    'Office.NodeDeletedEventArgs': 'isUndoRedo:boolean@;oldNextSibling:any@;oldNode:any@',
    'Office.NodeInsertedEventArgs': 'isUndoRedo:boolean@;newNode:any@',
    'Office.NodeReplacedEventArgs': 'isUndoRedo:boolean@;newNode:any@;oldNode:any@',
    'Office.NotificationMessageAction':
      'actionType:any@x;actionText:string@x;commandId:string@x;contextData:any@x',
    'Office.NotificationMessageDetails':
      'key:string@q;type:any@q;icon:string@q;message:string@q;persistent:any@q;actions:any[]@x',
    'Office.NotificationMessages':
      'addAsync(key:string,JSONmessage:any,options:any,callback?:any):void@q;getAllAsync(options:any,callback?:any):void@q;removeAsync(key:string,options:any,callback?:any):void@q;replaceAsync(key:string,JSONmessage:any,options:any,callback?:any):void@q',
    'Office.OfficeTheme':
      'bodyBackgroundColor:string@;bodyForegroundColor:string@;controlBackgroundColor:string@;controlForegroundColor:string@;isDarkTheme:boolean@;themeId:#Office.ThemeId@;fluentThemeData:any@',
    'Office.OfficeThemeChangedEventArgs': "officeTheme:any@u;type:'officeThemeChanged'@u",
    'Office.Organizer': 'getAsync(options:any,callback?:any):void@t',
    'Office.PhoneNumber': 'phoneString:string@;originalPhoneString:string@;type:string@',
    'Office.RangeCoordinates': 'row:number@;column:number@',
    'Office.RangeFormatConfiguration': 'cells:#Office.Table@;format:any@',
    'Office.Recipients':
      'addAsync(recipients:any,options:any,callback?:any):void@s;getAsync(options:any,callback:any):void@s;setAsync(recipients:any,options:any,callback:any):void@s',
    'Office.RecipientsChangedEventArgs': "changedRecipientFields:any@t;type:'olkRecipientsChanged'@t",
    'Office.RecipientsChangedFields':
      'bcc:boolean@t;cc:boolean@t;optionalAttendees:boolean@t;requiredAttendees:boolean@t;resources:boolean@t;to:boolean@t',
    'Office.Recurrence':
      'recurrenceProperties:any@t;recurrenceTimeZone:any@t;recurrenceType:any@t;seriesTime:any@t;getAsync(options:any,callback?:any):void@t;setAsync(recurrencePattern:any,options:any,callback?:any):void@t',
    'Office.RecurrenceChangedEventArgs': "recurrence:any@t;type:'olkRecurrenceChanged'@t",
    'Office.RecurrenceProperties':
      'interval:number@t;dayOfMonth:number@t;dayOfWeek:any@t;days:#Office.MailboxEnums.Days[]@t;weekNumber:any@t;month:any@t;firstDayOfWeek:any@t',
    'Office.RecurrenceTimeZone': 'name:any@t;offset:number@t',
    'Office.RemoveHandlerOptions': 'handler:any@;asyncContext:any@',
    'Office.ReplyFormAttachment':
      'type:#Office.MailboxEnums.AttachmentType@s;name:string@s;url:string@s;inLine:boolean@s;itemId:string@s;base64file:string@z',
    'Office.ReplyFormData': 'htmlBody:string@s;attachments:any[]@y;callback:any@s;options:any@s',
    'Office.RequirementSetSupport': 'isSetSupported(name:string,minVersion?:any):boolean@',
    'Office.Ribbon': 'requestCreateControls(tabDefinition:any):any@1n;requestUpdate(input:any):any@19',
    'Office.RibbonUpdaterData': 'tabs:any[]@19',
    'Office.RoamingSettings':
      'get(name:string):any@s;remove(name:string):void@s;saveAsync(callback?:any):void@s',
    'Office.SaveSettingsOptions': 'overwriteIfStale:boolean@;asyncContext:any@',
    'Office.SelectedItemDetails':
      'conversationId:string@u;hasAttachment:boolean@u;internetMessageId:string@u;itemId:string@v;itemMode:string@v;itemType:any@v;subject:string@v',
    'Office.Sensitivity':
      'getAsync(options:any,callback:any):void@u;setAsync(sensitivity:any,options:any,callback?:any):void@u',
    'Office.SensitivityLabel':
      'getAsync(options:any,callback:any):void@v;setAsync(sensitivityLabel:string,options:any,callback?:any):void@v',
    'Office.SensitivityLabelChangedEventArgs': "type:'olkSensitivityLabelChanged'@v",
    'Office.SensitivityLabelDetails':
      'color:string@v;children:any[]@v;id:string@v;name:string@v;tooltip:string@v',
    'Office.SensitivityLabelsCatalog':
      'getAsync(options:any,callback:any):void@v;getIsEnabledAsync(options:any,callback:any):void@v',
    'Office.SeriesTime':
      'getDuration():number@t;getEndDate():string@t;getEndTime():string@t;getStartDate():string@t;getStartTime():string@t;setDuration(minutes:number):void@t;setEndDate(year:any,month:number,day:number):void@t;setStartDate(year:any,month:number,day:number):void@t;setStartTime(hours:any,minutes:number):void@t',
    'Office.SessionData':
      'clearAsync(options:any,callback?:any):void@w;getAllAsync(callback:any):void@w;getAsync(name:string,callback:any):void@w;removeAsync(name:string,options:any,callback?:any):void@w;setAsync(name:string,value:string,options:any,callback?:any):void@w',
    'Office.SetBindingDataOptions':
      'cellFormat:any[]@;coercionType:any@;columns:string[]@;rows:string@;startRow:number@;startColumn:number@;tableOptions:any@;asyncContext:any@',
    'Office.SetSelectedDataOptions':
      'cellFormat:any[]@;coercionType:any@;tableOptions:any@;imageTop:number@;imageWidth:number@;imageLeft:number@;imageHeight:number@;asyncContext:any@',
    'Office.Settings':
      'addHandlerAsync(eventType:#Office.EventType,handler:any,options?:any,callback?:any):void@;get(name:string):any@1o;refreshAsync(callback?:any):void@;remove(name:string):void@1o;removeHandlerAsync(eventType:#Office.EventType,options?:any,callback?:any):void@;saveAsync(options?:any,callback?:any):void@1o',
    'Office.SettingsChangedEventArgs': 'settings:any@;type:#Office.EventType@',
    'Office.SharedProperties':
      'owner:string@r;targetRestUrl:string@r;targetMailbox:string@r;delegatePermissions:#Office.MailboxEnums.DelegatePermissions@r',
    'Office.Slice': 'data:any@;index:number@;size:number@',
    'Office.Slide': 'id:number@;title:string@;index:number@',
    'Office.SlideRange': 'slides:any[]@',
    'Office.SmartAlertsEventCompletedOptions':
      'allowEvent:boolean@1p;cancelLabel:string@u;commandId:string@u;contextData:any@u;errorMessage:string@1p;errorMessageMarkdown:string@z;sendModeOverride:any@u',
    'Office.SpamReportingEventArgs': "freeText:string@u;options:boolean[]@u;type:'SpamReporting'@u",
    'Office.SpamReportingEventCompletedOptions':
      'commandId:string@z;contextData:any@z;folderName:string@u;moveItemTo:#Office.MailboxEnums.MoveSpamItemTo@u;onErrorDeleteItem:boolean@u;postProcessingAction:string@u;showPostProcessingDialog:any@u',
    'Office.Subject':
      'getAsync(options:any,callback:any):void@s;setAsync(subject:string,options:any,callback?:any):void@s',
    'Office.Tab': 'id:string@19;controls:any[]@19;visible:boolean@1n;groups:any[]@19',
    'Office.TableBinding':
      'columnCount:number@;hasHeaders:boolean@;rowCount:number@;addColumnsAsync(tableData:any[][],options?:any,callback?:any):void@;addRowsAsync(rows:any[][],options?:any,callback?:any):void@;deleteAllDataValuesAsync(options?:any,callback?:any):void@;clearFormatsAsync(options?:any,callback?:any):void@;getFormatsAsync(cellReference?:any,formats?:any[],options?:any,callback?:any):void@;setFormatsAsync(cellFormat:any[],options?:any,callback?:any):void@;setTableOptionsAsync(tableOptions:any,options?:any,callback?:any):void@',
    'Office.TaskPane': 'setWidth(width:number):void@1l',
    'Office.TaskSuggestion': 'assignees:any[]@;taskString:string@',
    'Office.Time':
      'getAsync(options:any,callback:any):void@s;setAsync(dateTime:date,options:any,callback?:any):void@s',
    'Office.UI':
      'addHandlerAsync(eventType:#Office.EventType,handler:any,options:any,callback?:any):void@1e;displayDialogAsync(startAddress:string,options?:any,callback?:any):void@1d;messageParent(message:string,messageOptions?:any):void@1d;closeContainer():void@1d;openBrowserWindow(url:string):void@1q',
    'Office.Urls': 'javascriptRuntimeUrl:string@u',
    'Office.UserProfile': 'accountType:string@11;displayName:string@;emailAddress:string@;timeZone:string@',
    'Office.VisibilityModeChangedMessage': 'visibilityMode:#Office.VisibilityMode@',
    'PowerPoint.Adjustments': 'count!:number@1r;get(index:number):number@1r',
    'PowerPoint.Application': 'newObject(context:any):PowerPoint.Application@1s',
    'PowerPoint.Binding':
      'id!:string@1t;type!:#PowerPoint.BindingType@1t;delete():void@1t;getShape():PowerPoint.Shape@1t',
    'PowerPoint.BindingCollection':
      '[]!:PowerPoint.Binding@1t;add(shape:PowerPoint.Shape,bindingType:#PowerPoint.BindingType,id:string):PowerPoint.Binding@1t;addFromSelection(bindingType:#PowerPoint.BindingType,id:string):PowerPoint.Binding@1t;getCount():number@1t;getItem(key:string):PowerPoint.Binding@1t;getItemAt(index:number):PowerPoint.Binding@1t;getItemOrNullObject(id:string):PowerPoint.Binding@1t',
    'PowerPoint.Border':
      'color:string@1u;dashStyle:#PowerPoint.ShapeLineDashStyle@1u;transparency:number@1u;weight:number@1u',
    'PowerPoint.Borders':
      'bottom!:PowerPoint.Border@1u;diagonalDown!:PowerPoint.Border@1u;diagonalUp!:PowerPoint.Border@1u;left!:PowerPoint.Border@1u;right!:PowerPoint.Border@1u;top!:PowerPoint.Border@1u',
    'PowerPoint.BulletFormat':
      'style:#PowerPoint.BulletStyle@1r;type:#PowerPoint.BulletType@1r;visible:boolean@1v',
    'PowerPoint.CustomProperty':
      'key!:string@1w;type!:#PowerPoint.DocumentPropertyType@1w;value:any@1w;delete():void@1w',
    'PowerPoint.CustomPropertyCollection':
      '[]!:PowerPoint.CustomProperty@1w;add(key:string,value:any):PowerPoint.CustomProperty@1w;deleteAll():void@1w;getCount():number@1w;getItem(key:string):PowerPoint.CustomProperty@1w;getItemAt(index:number):PowerPoint.CustomProperty@1r;getItemOrNullObject(key:string):PowerPoint.CustomProperty@1w',
    'PowerPoint.CustomXmlPart':
      'id!:string@1w;namespaceUri!:string@1w;delete():void@1w;getXml():string@1w;setXml(xml:string):void@1w',
    'PowerPoint.CustomXmlPartCollection':
      '[]!:PowerPoint.CustomXmlPart@1w;add(xml:string):PowerPoint.CustomXmlPart@1w;getByNamespace(namespaceUri:string):PowerPoint.CustomXmlPartScopedCollection@1w;getCount():number@1w;getItem(id:string):PowerPoint.CustomXmlPart@1w;getItemAt(index:number):PowerPoint.CustomXmlPart@1r;getItemOrNullObject(id:string):PowerPoint.CustomXmlPart@1w',
    'PowerPoint.CustomXmlPartScopedCollection':
      '[]!:PowerPoint.CustomXmlPart@1w;getCount():number@1w;getItem(id:string):PowerPoint.CustomXmlPart@1w;getItemAt(index:number):PowerPoint.CustomXmlPart@1r;getItemOrNullObject(id:string):PowerPoint.CustomXmlPart@1w;getOnlyItem():PowerPoint.CustomXmlPart@1w;getOnlyItemOrNullObject():PowerPoint.CustomXmlPart@1w',
    'PowerPoint.DocumentProperties':
      'customProperties!:PowerPoint.CustomPropertyCollection@1w;author:string@1w;category:string@1w;comments:string@1w;company:string@1w;creationDate!:date@1w;keywords:string@1w;lastAuthor!:string@1w;manager:string@1w;revisionNumber:number@1w;subject:string@1w;title:string@1w',
    'PowerPoint.Hyperlink':
      'address:string@1x;screenTip:string@1x;type!:#PowerPoint.HyperlinkType@1r;delete():void@1r;getLinkedShapeOrNullObject():PowerPoint.Shape@1r;getLinkedTextRangeOrNullObject():PowerPoint.TextRange@1r',
    'PowerPoint.HyperlinkCollection':
      '[]!:PowerPoint.Hyperlink@1x;add(target:any,options?:any):PowerPoint.Hyperlink@1r;getCount():number@1x;getItemAt(index:number):PowerPoint.Hyperlink@1x',
    'PowerPoint.HyperlinkScopedCollection':
      '[]!:PowerPoint.Hyperlink@1r;getCount():number@1r;getItemAt(index:number):PowerPoint.Hyperlink@1r',
    'PowerPoint.Margins': 'bottom:number@1u;left:number@1u;right:number@1u;top:number@1u',
    'PowerPoint.PageSetup': 'slideHeight:number@1r;slideWidth:number@1r',
    'PowerPoint.ParagraphFormat':
      'bulletFormat!:PowerPoint.BulletFormat@1v;horizontalAlignment:#PowerPoint.ParagraphHorizontalAlignment@1v;indentLevel:number@1r',
    'PowerPoint.PlaceholderFormat':
      'containedType!:#PowerPoint.ShapeType@1t;type!:#PowerPoint.PlaceholderType@1t',
    'PowerPoint.Presentation':
      'bindings!:PowerPoint.BindingCollection@1t;customXmlParts!:PowerPoint.CustomXmlPartCollection@1w;pageSetup!:PowerPoint.PageSetup@1r;properties!:PowerPoint.DocumentProperties@1w;slideMasters!:PowerPoint.SlideMasterCollection@1y;slides!:PowerPoint.SlideCollection@1z;tags!:PowerPoint.TagCollection@1y;id!:string@20;title!:string@1s;getSelectedShapes():PowerPoint.ShapeScopedCollection@20;getSelectedSlides():PowerPoint.SlideScopedCollection@20;getSelectedTextRange():PowerPoint.TextRange@20;getSelectedTextRangeOrNullObject():PowerPoint.TextRange@20;insertSlidesFromBase64(base64File:string,options?:any):void@1z;setSelectedSlides(slideIds:string[]):void@20',
    'PowerPoint.Shape':
      'adjustments!:PowerPoint.Adjustments@1r;customXmlParts!:PowerPoint.CustomXmlPartCollection@1w;fill!:PowerPoint.ShapeFill@1v;group!:PowerPoint.ShapeGroup@1t;lineFormat!:PowerPoint.ShapeLineFormat@1v;parentGroup!:PowerPoint.Shape@1t;placeholderFormat!:PowerPoint.PlaceholderFormat@1t;tags!:PowerPoint.TagCollection@1y;textFrame!:PowerPoint.TextFrame@1v;altTextDescription:string@1r;altTextTitle:string@1r;creationId!:string@1r;height:number@1v;id!:string@1y;isDecorative:boolean@1r;left:number@1v;level!:number@1t;name:string@1v;rotation:number@1r;top:number@1v;type!:#PowerPoint.ShapeType@1v;visible:boolean@1r;width:number@1v;zOrderPosition!:number@1t;delete():void@1y;getImageAsBase64(options?:any):string@1r;getParentSlide():PowerPoint.Slide@20;getParentSlideLayout():PowerPoint.SlideLayout@20;getParentSlideLayoutOrNullObject():PowerPoint.SlideLayout@20;getParentSlideMaster():PowerPoint.SlideMaster@20;getParentSlideMasterOrNullObject():PowerPoint.SlideMaster@20;getParentSlideOrNullObject():PowerPoint.Slide@20;getTable():PowerPoint.Table@1t;getTextFrameOrNullObject():PowerPoint.TextFrame@1r;setHyperlink(options?:any):PowerPoint.Hyperlink@1r;setZOrder(position:#PowerPoint.ShapeZOrder):void@1t',
    'PowerPoint.ShapeCollection':
      '[]!:PowerPoint.Shape@1y;addGeometricShape(geometricShapeType:#PowerPoint.GeometricShapeType,options?:any):PowerPoint.Shape@1v;addGroup(values:any):PowerPoint.Shape@1t;addLine(connectorType?:#PowerPoint.ConnectorType,options?:any):PowerPoint.Shape@1v;addTable(rowCount:number,columnCount:number,options?:any):PowerPoint.Shape@1t;addTextBox(text:string,options?:any):PowerPoint.Shape@1v;getCount():number@1y;getItem(key:string):PowerPoint.Shape@1y;getItemAt(index:number):PowerPoint.Shape@1y;getItemOrNullObject(id:string):PowerPoint.Shape@1y',
    'PowerPoint.ShapeFill':
      'foregroundColor:string@1v;transparency:number@1v;type!:#PowerPoint.ShapeFillType@1v;clear():void@1v;setImage(base64EncodedImage:string):void@1t;setSolidColor(color:string):void@1v',
    'PowerPoint.ShapeFont':
      'allCaps:boolean@1t;bold:boolean@1v;color:string@1v;doubleStrikethrough:boolean@1t;italic:boolean@1v;name:string@1v;size:number@1v;smallCaps:boolean@1t;strikethrough:boolean@1t;subscript:boolean@1t;superscript:boolean@1t;underline:#PowerPoint.ShapeFontUnderlineStyle@1v',
    'PowerPoint.ShapeGroup':
      'shape!:PowerPoint.Shape@1t;shapes!:PowerPoint.ShapeScopedCollection@1t;creationId!:string@1r;id!:string@1t;ungroup():void@1t',
    'PowerPoint.ShapeLineFormat':
      'color:string@1v;dashStyle:#PowerPoint.ShapeLineDashStyle@1v;style:#PowerPoint.ShapeLineStyle@1v;transparency:number@1v;visible:boolean@1v;weight:number@1v',
    'PowerPoint.ShapeScopedCollection':
      '[]!:PowerPoint.Shape@20;getCount():number@20;getItem(key:string):PowerPoint.Shape@20;getItemAt(index:number):PowerPoint.Shape@20;getItemOrNullObject(id:string):PowerPoint.Shape@20;group():PowerPoint.Shape@1t',
    'PowerPoint.Slide':
      'background!:PowerPoint.SlideBackground@1r;customXmlParts!:PowerPoint.CustomXmlPartCollection@1w;hyperlinks!:PowerPoint.HyperlinkCollection@1x;layout!:PowerPoint.SlideLayout@1y;shapes!:PowerPoint.ShapeCollection@1y;slideMaster!:PowerPoint.SlideMaster@1y;tags!:PowerPoint.TagCollection@1y;themeColorScheme!:PowerPoint.ThemeColorScheme@1r;id!:string@1z;index!:number@1t;applyLayout(slideLayout:PowerPoint.SlideLayout):void@1t;delete():void@1z;exportAsBase64():string@1t;getImageAsBase64(options?:any):string@1t;moveTo(slideIndex:number):void@1t;setSelectedShapes(shapeIds:string[]):void@20',
    'PowerPoint.SlideBackground':
      'fill!:PowerPoint.SlideBackgroundFill@1r;areBackgroundGraphicsHidden:boolean@1r;isMasterBackgroundFollowed:boolean@1r;reset():void@1r',
    'PowerPoint.SlideBackgroundFill':
      'type!:#PowerPoint.SlideBackgroundFillType@1r;getGradientFillOrNullObject():PowerPoint.SlideBackgroundGradientFill@1r;getPatternFillOrNullObject():PowerPoint.SlideBackgroundPatternFill@1r;getPictureOrTextureFillOrNullObject():PowerPoint.SlideBackgroundPictureOrTextureFill@1r;getSolidFillOrNullObject():PowerPoint.SlideBackgroundSolidFill@1r;setGradientFill(options?:any):void@1r;setPatternFill(options?:any):void@1r;setPictureOrTextureFill(options?:any):void@1r;setSolidFill(options?:any):void@1r',
    'PowerPoint.SlideBackgroundGradientFill': 'type:#PowerPoint.SlideBackgroundGradientFillType@1r',
    'PowerPoint.SlideBackgroundPatternFill':
      'backgroundColor:string@1r;foregroundColor:string@1r;pattern:#PowerPoint.SlideBackgroundPatternFillType@1r',
    'PowerPoint.SlideBackgroundPictureOrTextureFill':
      'transparency:number@1r;setImage(base64EncodedImage:string):void@1r',
    'PowerPoint.SlideBackgroundSolidFill': 'color:string@1r;transparency:number@1r',
    'PowerPoint.SlideCollection':
      '[]!:PowerPoint.Slide@1z;add(options?:any):void@1y;exportAsBase64Presentation(values:any):string@1r;getCount():number@1z;getItem(key:string):PowerPoint.Slide@1z;getItemAt(index:number):PowerPoint.Slide@1z;getItemOrNullObject(id:string):PowerPoint.Slide@1z',
    'PowerPoint.SlideLayout':
      'background!:PowerPoint.SlideLayoutBackground@1r;customXmlParts!:PowerPoint.CustomXmlPartCollection@1w;shapes!:PowerPoint.ShapeCollection@1y;themeColorScheme!:PowerPoint.ThemeColorScheme@1r;id!:string@1y;name!:string@1y;type!:#PowerPoint.SlideLayoutType@1t',
    'PowerPoint.SlideLayoutBackground':
      'fill!:PowerPoint.SlideBackgroundFill@1r;areBackgroundGraphicsHidden:boolean@1r;isMasterBackgroundFollowed:boolean@1r;reset():void@1r',
    'PowerPoint.SlideLayoutCollection':
      '[]!:PowerPoint.SlideLayout@1y;getCount():number@1y;getItem(key:string):PowerPoint.SlideLayout@1y;getItemAt(index:number):PowerPoint.SlideLayout@1y;getItemOrNullObject(id:string):PowerPoint.SlideLayout@1y',
    'PowerPoint.SlideMaster':
      'background!:PowerPoint.SlideMasterBackground@1r;customXmlParts!:PowerPoint.CustomXmlPartCollection@1w;layouts!:PowerPoint.SlideLayoutCollection@1y;shapes!:PowerPoint.ShapeCollection@1y;themeColorScheme!:PowerPoint.ThemeColorScheme@1r;id!:string@1y;name!:string@1y',
    'PowerPoint.SlideMasterBackground': 'fill!:PowerPoint.SlideBackgroundFill@1r',
    'PowerPoint.SlideMasterCollection':
      '[]!:PowerPoint.SlideMaster@1y;getCount():number@1y;getItem(key:string):PowerPoint.SlideMaster@1y;getItemAt(index:number):PowerPoint.SlideMaster@1y;getItemOrNullObject(id:string):PowerPoint.SlideMaster@1y',
    'PowerPoint.SlideScopedCollection':
      '[]!:PowerPoint.Slide@20;exportAsBase64Presentation():string@1r;getCount():number@20;getItem(key:string):PowerPoint.Slide@20;getItemAt(index:number):PowerPoint.Slide@20;getItemOrNullObject(id:string):PowerPoint.Slide@20',
    'PowerPoint.Table':
      'columns!:PowerPoint.TableColumnCollection@1u;rows!:PowerPoint.TableRowCollection@1u;styleSettings!:PowerPoint.TableStyleSettings@1u;columnCount!:number@1t;rowCount!:number@1t;values!:string[][]@1t;clear(options?:any):void@1u;getCellOrNullObject(rowIndex:number,columnIndex:number):PowerPoint.TableCell@1t;getMergedAreas():PowerPoint.TableCellCollection@1t;getShape():PowerPoint.Shape@1t;mergeCells(rowIndex:number,columnIndex:number,rowCount:number,columnCount:number):void@1u',
    'PowerPoint.TableCell':
      'borders!:PowerPoint.Borders@1u;fill!:PowerPoint.ShapeFill@1u;font!:PowerPoint.ShapeFont@1u;margins!:PowerPoint.Margins@1u;columnCount!:number@1t;columnIndex!:number@1t;horizontalAlignment:#PowerPoint.ParagraphHorizontalAlignment@1u;indentLevel:number@1u;rowCount!:number@1t;rowIndex!:number@1t;text:string@1t;textRuns:any[]@1u;verticalAlignment:#PowerPoint.TextVerticalAlignment@1u;resize(rowCount:number,columnCount:number):void@1u;split(rowCount:number,columnCount:number):void@1u',
    'PowerPoint.TableCellCollection':
      '[]!:PowerPoint.TableCell@1t;getCount():number@1t;getItemAtOrNullObject(row:number,column:number):PowerPoint.TableCell@1t',
    'PowerPoint.TableColumn': 'columnIndex!:number@1u;width:number@1u;delete():void@1u',
    'PowerPoint.TableColumnCollection':
      '[]!:PowerPoint.TableColumn@1u;add(index?:number,count?:number):void@1u;deleteColumns(columns:PowerPoint.TableColumn[]):void@1u;getCount():number@1u;getItemAt(index:number):PowerPoint.TableColumn@1u',
    'PowerPoint.TableRow': 'currentHeight!:number@1u;height:number@1u;rowIndex!:number@1u;delete():void@1u',
    'PowerPoint.TableRowCollection':
      '[]!:PowerPoint.TableRow@1u;add(index?:number,count?:number):void@1u;deleteRows(rows:PowerPoint.TableRow[]):void@1u;getCount():number@1u;getItemAt(index:number):PowerPoint.TableRow@1u',
    'PowerPoint.TableStyleSettings':
      'areColumnsBanded:boolean@1u;areRowsBanded:boolean@1u;isFirstColumnHighlighted:boolean@1u;isFirstRowHighlighted:boolean@1u;isLastColumnHighlighted:boolean@1u;isLastRowHighlighted:boolean@1u;style:#PowerPoint.TableStyle@1u',
    'PowerPoint.Tag': 'key!:string@1y;value:string@1y',
    'PowerPoint.TagCollection':
      '[]!:PowerPoint.Tag@1y;add(key:string,value:string):void@1y;delete(key:string):void@1y;getCount():number@1y;getItem(key:string):PowerPoint.Tag@1y;getItemAt(index:number):PowerPoint.Tag@1y;getItemOrNullObject(key:string):PowerPoint.Tag@1y',
    'PowerPoint.TextFrame':
      'textRange!:PowerPoint.TextRange@1v;autoSizeSetting:#PowerPoint.ShapeAutoSize@1v;bottomMargin:number@1v;hasText!:boolean@1v;leftMargin:number@1v;rightMargin:number@1v;topMargin:number@1v;verticalAlignment:#PowerPoint.TextVerticalAlignment@1v;wordWrap:boolean@1v;deleteText():void@1v;getParentShape():PowerPoint.Shape@20',
    'PowerPoint.TextRange':
      'font!:PowerPoint.ShapeFont@1v;hyperlinks!:PowerPoint.HyperlinkScopedCollection@1r;paragraphFormat!:PowerPoint.ParagraphFormat@1v;length:number@20;start:number@20;text:string@1v;getParentTextFrame():PowerPoint.TextFrame@20;getSubstring(start:number,length?:number):PowerPoint.TextRange@1v;setHyperlink(options?:any):PowerPoint.Hyperlink@1r;setSelected():void@20',
    'PowerPoint.ThemeColorScheme':
      'getThemeColor(color:#PowerPoint.ThemeColor):string@1r;setThemeColor(color:#PowerPoint.ThemeColor,rgbColor:string):void@1r',
    'Word.Annotation':
      'critiqueAnnotation!:Word.CritiqueAnnotation@21;id!:string@21;state!:#Word.AnnotationState@21;delete():void@21',
    'Word.AnnotationCollection':
      '[]!:Word.Annotation@21;getFirst():Word.Annotation@21;getFirstOrNullObject():Word.Annotation@21',
    'Word.Application':
      'bibliography!:Word.Bibliography@22;fontNames!:Word.FontNameCollection@23;listTemplateGalleries!:Word.ListTemplateGalleryCollection@23;templates!:Word.TemplateCollection@22;checkLanguage:boolean@22;language!:#Word.LanguageId@22;createDocument(base64File?:string):Word.DocumentCreated@24;openDocument(filePath:string):void@25;retrieveStylesFromBase64(base64File:string):string@26;newObject(context:any):Word.Application@24',
    'Word.Bibliography':
      'sources!:Word.SourceCollection@22;bibliographyStyle:string@22;generateUniqueTag():string@22',
    'Word.Body':
      "contentControls!:Word.ContentControlCollection@27;endnotes!:Word.NoteItemCollection@26;fields!:Word.FieldCollection@28;font!:Word.Font@27;footnotes!:Word.NoteItemCollection@26;inlinePictures!:Word.InlinePictureCollection@27;lists!:Word.ListCollection@24;paragraphs!:Word.ParagraphCollection@27;parentBody!:Word.Body@24;parentBodyOrNullObject!:Word.Body@24;parentContentControl!:Word.ContentControl@27;parentContentControlOrNullObject!:Word.ContentControl@24;parentSection!:Word.Section@24;parentSectionOrNullObject!:Word.Section@24;shapes!:Word.ShapeCollection@29;tables!:Word.TableCollection@24;style:string@27;styleBuiltIn:#Word.BuiltInStyleName@24;text!:string@27;type!:#Word.BodyType@24;clear():void@27;getComments():Word.CommentCollection@28;getContentControls(options?:any):Word.ContentControlCollection@26;getHtml():string@27;getOoxml():string@27;getRange(rangeLocation?:'Whole|Start|End|After|Content'):Word.Range@24;getReviewedText(changeTrackingVersion?:#Word.ChangeTrackingVersion):string@28;getTrackedChanges():Word.TrackedChangeCollection@25;insertBreak(breakType:#Word.BreakType,insertLocation:'Start|End'):void@27;insertContentControl(contentControlType?:'RichText|PlainText|CheckBox|DropDownList|ComboBox|BuildingBlockGallery|DatePicker|RepeatingSection|Picture|Group'):Word.ContentControl@27;insertFileFromBase64(base64File:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertHtml(html:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertInlinePictureFromBase64(base64EncodedImage:string,insertLocation:'Start|End'):Word.InlinePicture@2a;insertOoxml(ooxml:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertParagraph(paragraphText:string,insertLocation:'Start|End'):Word.Paragraph@27;insertTable(rowCount:number,columnCount:number,insertLocation:'Start|End',values?:string[][]):Word.Table@24;insertText(text:string,insertLocation:'Replace|Start|End'):Word.Range@27;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@27;select(selectionMode?:#Word.SelectionMode):void@27",
    'Word.Bookmark':
      'range!:Word.Range@23;end:number@23;isColumn!:boolean@23;isEmpty!:boolean@23;name!:string@23;start:number@23;storyType!:#Word.StoryType@23;copyTo(name:string):Word.Bookmark@23;delete():void@23;select():void@23',
    'Word.BookmarkCollection': '[]!:Word.Bookmark@23;exists(name:string):boolean@23',
    'Word.Border':
      'color:string@2b;location!:#Word.BorderLocation@2b;type:#Word.BorderType@2b;visible:boolean@2b;width:#Word.BorderWidth@2b',
    'Word.BorderCollection':
      "[]!:Word.Border@2b;insideBorderColor:string@2b;insideBorderType:#Word.BorderType@2b;insideBorderWidth:#Word.BorderWidth@2b;outsideBorderColor:string@2b;outsideBorderType:#Word.BorderType@2b;outsideBorderWidth:#Word.BorderWidth@2b;getByLocation(borderLocation:'Top|Left|Bottom|Right|InsideHorizontal|InsideVertical'):Word.Border@2b;getFirst():Word.Border@2b;getFirstOrNullObject():Word.Border@2b;getItem(index:number):Word.Border@2b",
    'Word.BorderUniversal':
      'artStyle:#Word.PageBorderArt@22;artWidth:number@22;color:string@22;colorIndex:#Word.ColorIndex@22;inside!:boolean@22;isVisible:boolean@22;lineStyle:#Word.BorderLineStyle@22;lineWidth:#Word.LineWidth@22',
    'Word.BorderUniversalCollection': '[]!:Word.BorderUniversal@22;applyPageBordersToAllSections():void@22',
    'Word.Break': 'range!:Word.Range@22;pageIndex!:number@22',
    'Word.BreakCollection': '[]!:Word.Break@22',
    'Word.BuildingBlock':
      'category!:Word.BuildingBlockCategory@22;type!:Word.BuildingBlockTypeItem@22;description:string@22;id!:string@22;index!:number@22;insertType:#Word.DocPartInsertType@22;name:string@22;value:string@22;delete():void@22;insert(range:Word.Range,richText:boolean):Word.Range@22',
    'Word.BuildingBlockCategory':
      'buildingBlocks!:Word.BuildingBlockCollection@22;type!:Word.BuildingBlockTypeItem@22;index!:number@22;name!:string@22',
    'Word.BuildingBlockCategoryCollection':
      'getCount():number@22;getItemAt(index:number):Word.BuildingBlockCategory@22',
    'Word.BuildingBlockCollection':
      'add(name:string,range:Word.Range,description:string,insertType:#Word.DocPartInsertType):Word.BuildingBlock@22;getCount():number@22;getItemAt(index:number):Word.BuildingBlock@22',
    'Word.BuildingBlockEntryCollection':
      'add(name:string,type:#Word.BuildingBlockType,category:string,range:Word.Range,description:string,insertType:#Word.DocPartInsertType):Word.BuildingBlock@22;getCount():number@22;getItemAt(index:number):Word.BuildingBlock@22',
    'Word.BuildingBlockGalleryContentControl':
      'placeholderText!:Word.BuildingBlock@22;range!:Word.Range@22;xmlMapping!:Word.XmlMapping@22;appearance:#Word.ContentControlAppearance@22;buildingBlockCategory:string@22;buildingBlockType:#Word.BuildingBlockType@22;color:string@22;id!:string@22;isTemporary:boolean@22;level!:#Word.ContentControlLevel@22;lockContentControl:boolean@22;lockContents:boolean@22;showingPlaceholderText!:boolean@22;tag:string@22;title:string@22;copy():void@22;cut():void@22;delete(deleteContents?:boolean):void@22;setPlaceholderText(options?:any):void@22',
    'Word.BuildingBlockTypeItem':
      'categories!:Word.BuildingBlockCategoryCollection@22;index!:number@22;name!:string@22',
    'Word.BuildingBlockTypeItemCollection':
      'getByType(type:#Word.BuildingBlockType):Word.BuildingBlockTypeItem@22;getCount():number@22',
    'Word.Canvas': 'shape!:Word.Shape@29;shapes!:Word.ShapeCollection@29;id!:number@29',
    'Word.CheckboxContentControl': 'isChecked:boolean@21',
    'Word.Coauthor':
      'locks!:Word.CoauthoringLockCollection@23;emailAddress!:string@23;id!:string@23;isMe!:boolean@23;name!:string@23',
    'Word.CoauthorCollection': '[]!:Word.Coauthor@23',
    'Word.Coauthoring':
      'authors!:Word.CoauthorCollection@23;conflicts!:Word.ConflictCollection@23;locks!:Word.CoauthoringLockCollection@23;me!:Word.Coauthor@23;updates!:Word.CoauthoringUpdateCollection@23;canCoauthor!:boolean@23;canMerge!:boolean@23;pendingUpdates!:boolean@23',
    'Word.CoauthoringLock':
      'owner!:Word.Coauthor@23;range!:Word.Range@23;type!:#Word.CoauthoringLockType@23;unlock():void@23',
    'Word.CoauthoringLockCollection':
      '[]!:Word.CoauthoringLock@23;add(options?:any):Word.CoauthoringLock@23;unlockEphemeralLocks():void@23',
    'Word.CoauthoringUpdate': 'range!:Word.Range@23',
    'Word.CoauthoringUpdateCollection': '[]!:Word.CoauthoringUpdate@23',
    'Word.ColorFormat':
      'brightness:number@22;objectThemeColor:#Word.ThemeColorIndex@22;rgb:string@22;tintAndShade:number@22;type!:#Word.ColorType@22',
    'Word.ComboBoxContentControl':
      'listItems!:Word.ContentControlListItemCollection@2c;addListItem(displayText:string,value?:string,index?:number):Word.ContentControlListItem@2c;deleteAllListItems():void@2c',
    'Word.Comment':
      'contentRange:Word.CommentContentRange@28;replies!:Word.CommentReplyCollection@28;authorEmail!:string@28;authorName!:string@28;content:string@28;creationDate!:date@28;id!:string@28;resolved:boolean@28;delete():void@28;getRange():Word.Range@28;reply(replyText:string):Word.CommentReply@28',
    'Word.CommentCollection':
      '[]!:Word.Comment@28;getFirst():Word.Comment@28;getFirstOrNullObject():Word.Comment@28',
    'Word.CommentContentRange':
      'bold:boolean@28;hyperlink:string@28;isEmpty!:boolean@28;italic:boolean@28;strikeThrough:boolean@28;text!:string@28;underline:#Word.UnderlineType@28;insertText(text:string,insertLocation:#Word.InsertLocation):Word.CommentContentRange@28',
    'Word.CommentReply':
      'contentRange:Word.CommentContentRange@28;parentComment!:Word.Comment@28;authorEmail!:string@28;authorName!:string@28;content:string@28;creationDate!:date@28;id!:string@28;delete():void@28',
    'Word.CommentReplyCollection':
      '[]!:Word.CommentReply@28;getFirst():Word.CommentReply@28;getFirstOrNullObject():Word.CommentReply@28',
    'Word.ConditionalStyle':
      'borders!:Word.BorderUniversalCollection@23;font!:Word.Font@23;paragraphFormat!:Word.ParagraphFormat@23;shading!:Word.ShadingUniversal@23;bottomPadding:number@23;leftPadding:number@23;rightPadding:number@23;topPadding:number@23',
    'Word.Conflict': 'range!:Word.Range@23;type!:#Word.RevisionType@23;accept():void@23;reject():void@23',
    'Word.ConflictCollection': '[]!:Word.Conflict@23;acceptAll():void@23;rejectAll():void@23',
    'Word.ContentControl':
      "buildingBlockGalleryContentControl!:Word.BuildingBlockGalleryContentControl@22;checkboxContentControl!:Word.CheckboxContentControl@21;comboBoxContentControl!:Word.ComboBoxContentControl@2c;contentControls!:Word.ContentControlCollection@27;datePickerContentControl!:Word.DatePickerContentControl@22;dropDownListContentControl!:Word.DropDownListContentControl@2c;endnotes!:Word.NoteItemCollection@26;fields!:Word.FieldCollection@28;font!:Word.Font@27;footnotes!:Word.NoteItemCollection@26;groupContentControl!:Word.GroupContentControl@22;inlinePictures!:Word.InlinePictureCollection@27;lists!:Word.ListCollection@24;paragraphs!:Word.ParagraphCollection@27;parentBody!:Word.Body@24;parentContentControl!:Word.ContentControl@27;parentContentControlOrNullObject!:Word.ContentControl@24;parentTable!:Word.Table@24;parentTableCell!:Word.TableCell@24;parentTableCellOrNullObject!:Word.TableCell@24;parentTableOrNullObject!:Word.Table@24;pictureContentControl!:Word.PictureContentControl@22;repeatingSectionContentControl!:Word.RepeatingSectionContentControl@22;tables!:Word.TableCollection@24;xmlMapping!:Word.XmlMapping@22;appearance:#Word.ContentControlAppearance@27;cannotDelete:boolean@27;cannotEdit:boolean@27;color:string@27;id!:number@27;placeholderText:string@27;removeWhenEdited:boolean@27;style:string@27;styleBuiltIn:#Word.BuiltInStyleName@24;subtype!:#Word.ContentControlType@24;tag:string@27;text!:string@27;title:string@27;type!:#Word.ContentControlType@27;clear():void@27;delete(keepContent:boolean):void@27;getComments():Word.CommentCollection@28;getContentControls(options?:any):Word.ContentControlCollection@26;getHtml():string@27;getOoxml():string@27;getRange(rangeLocation?:#Word.RangeLocation):Word.Range@24;getReviewedText(changeTrackingVersion?:#Word.ChangeTrackingVersion):string@28;getTextRanges(endingMarks:string[],trimSpacing?:boolean):Word.RangeCollection@24;getTrackedChanges():Word.TrackedChangeCollection@25;insertBreak(breakType:#Word.BreakType,insertLocation:'Start|End|Before|After'):void@27;insertFileFromBase64(base64File:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertHtml(html:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertInlinePictureFromBase64(base64EncodedImage:string,insertLocation:'Replace|Start|End'):Word.InlinePicture@2a;insertOoxml(ooxml:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertParagraph(paragraphText:string,insertLocation:'Start|End|Before|After'):Word.Paragraph@27;insertTable(rowCount:number,columnCount:number,insertLocation:'Start|End|Before|After',values?:string[][]):Word.Table@24;insertText(text:string,insertLocation:'Replace|Start|End'):Word.Range@27;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@27;select(selectionMode?:#Word.SelectionMode):void@27;split(delimiters:string[],multiParagraphs?:boolean,trimDelimiters?:boolean,trimSpacing?:boolean):Word.RangeCollection@24;onDataChanged!:event@26;onDeleted!:event@26;onEntered!:event@26;onExited!:event@26;onSelectionChanged!:event@26",
    'Word.ContentControlCollection':
      '[]!:Word.ContentControl@27;getByChangeTrackingStates(changeTrackingStates:#Word.ChangeTrackingState[]):Word.ContentControlCollection@26;getById(id:number):Word.ContentControl@27;getByIdOrNullObject(id:number):Word.ContentControl@24;getByTag(tag:string):Word.ContentControlCollection@27;getByTitle(title:string):Word.ContentControlCollection@27;getByTypes(types:#Word.ContentControlType[]):Word.ContentControlCollection@24;getFirst():Word.ContentControl@24;getFirstOrNullObject():Word.ContentControl@24;getItem(id:number):Word.ContentControl@27',
    'Word.ContentControlListItem':
      'displayText:string@2c;index:number@2c;value:string@2c;delete():void@2c;select():void@2c',
    'Word.ContentControlListItemCollection':
      '[]!:Word.ContentControlListItem@2c;getFirst():Word.ContentControlListItem@2c;getFirstOrNullObject():Word.ContentControlListItem@2c',
    'Word.CritiqueAnnotation': 'range!:Word.Range@21;critique!:any@21;accept():void@21;reject():void@21',
    'Word.CustomProperty': 'key!:string@24;type!:#Word.DocumentPropertyType@24;value:any@24;delete():void@24',
    'Word.CustomPropertyCollection':
      '[]!:Word.CustomProperty@24;add(key:string,value:any):Word.CustomProperty@24;deleteAll():void@24;getCount():number@24;getItem(key:string):Word.CustomProperty@24;getItemOrNullObject(key:string):Word.CustomProperty@24',
    'Word.CustomXmlNode':
      'attributes!:Word.CustomXmlNodeCollection@22;childNodes!:Word.CustomXmlNodeCollection@22;firstChild!:Word.CustomXmlNode@22;lastChild!:Word.CustomXmlNode@22;nextSibling!:Word.CustomXmlNode@22;ownerPart!:Word.CustomXmlPart@22;parentNode!:Word.CustomXmlNode@22;previousSibling!:Word.CustomXmlNode@22;baseName!:string@22;namespaceUri!:string@22;nodeType!:#Word.CustomXmlNodeType@22;nodeValue:string@22;text:string@22;xpath!:string@22;xml!:string@22;appendChildNode(options?:any):number@22;appendChildSubtree(xml:string):number@22;delete():void@22;hasChildNodes():boolean@22;insertNodeBefore(options?:any):number@22;insertSubtreeBefore(xml:string,options?:any):number@22;removeChild(child:Word.CustomXmlNode):number@22;replaceChildNode(oldNode:Word.CustomXmlNode,options?:any):number@22;replaceChildSubtree(xml:string,oldNode:Word.CustomXmlNode):number@22;selectNodes(xPath:string):Word.CustomXmlNodeCollection@22;selectSingleNode(xPath:string):Word.CustomXmlNode@22',
    'Word.CustomXmlNodeCollection': '[]!:Word.CustomXmlNode@22;getCount():number@22',
    'Word.CustomXmlPart':
      'documentElement!:Word.CustomXmlNode@22;namespaceManager!:Word.CustomXmlPrefixMappingCollection@22;schemaCollection:Word.CustomXmlSchemaCollection@22;builtIn!:boolean@22;id!:string@28;namespaceUri!:string@28;xml!:string@22;addNode(parent:Word.CustomXmlNode,options?:any):number@22;delete():void@28;deleteAttribute(xpath:string,namespaceMappings:any,name:string):void@28;deleteElement(xpath:string,namespaceMappings:any):void@28;getXml():string@28;insertAttribute(xpath:string,namespaceMappings:any,name:string,value:string):void@28;insertElement(xpath:string,xml:string,namespaceMappings:any,index?:number):void@28;loadXml(xml:string):boolean@22;query(xpath:string,namespaceMappings:any):string[]@28;selectNodes(xPath:string):Word.CustomXmlNodeCollection@22;selectSingleNode(xPath:string):Word.CustomXmlNode@22;setXml(xml:string):void@28;updateAttribute(xpath:string,namespaceMappings:any,name:string,value:string):void@28;updateElement(xpath:string,xml:string,namespaceMappings:any):void@28',
    'Word.CustomXmlPartCollection':
      '[]!:Word.CustomXmlPart@28;add(xml:string):Word.CustomXmlPart@28;getByNamespace(namespaceUri:string):Word.CustomXmlPartScopedCollection@28;getCount():number@28;getItem(id:string):Word.CustomXmlPart@28;getItemOrNullObject(id:string):Word.CustomXmlPart@28',
    'Word.CustomXmlPartScopedCollection':
      '[]!:Word.CustomXmlPart@28;getCount():number@28;getItem(id:string):Word.CustomXmlPart@28;getItemOrNullObject(id:string):Word.CustomXmlPart@28;getOnlyItem():Word.CustomXmlPart@28;getOnlyItemOrNullObject():Word.CustomXmlPart@28',
    'Word.CustomXmlPrefixMapping': 'namespaceUri!:string@22;prefix!:string@22',
    'Word.CustomXmlPrefixMappingCollection':
      '[]!:Word.CustomXmlPrefixMapping@22;addNamespace(prefix:string,namespaceUri:string):number@22;getCount():number@22;lookupNamespace(prefix:string):string@22;lookupPrefix(namespaceUri:string):string@22',
    'Word.CustomXmlSchema': 'location!:string@22;namespaceUri!:string@22;delete():void@22;reload():void@22',
    'Word.CustomXmlSchemaCollection':
      '[]!:Word.CustomXmlSchema@22;add(options?:any):Word.CustomXmlSchema@22;addCollection(schemaCollection:Word.CustomXmlSchemaCollection):Word.CustomXmlSchemaCollection@22;getCount():number@22;getItem(index:number):Word.CustomXmlSchema@22;getNamespaceUri():number@22;validate():boolean@22',
    'Word.DatePickerContentControl':
      'placeholderText!:Word.BuildingBlock@22;range!:Word.Range@22;xmlMapping!:Word.XmlMapping@22;appearance:#Word.ContentControlAppearance@22;color:string@22;dateCalendarType:#Word.CalendarType@22;dateDisplayFormat:string@22;dateDisplayLocale:#Word.LanguageId@22;dateStorageFormat:#Word.ContentControlDateStorageFormat@22;id!:string@22;isTemporary:boolean@22;level!:#Word.ContentControlLevel@22;lockContentControl:boolean@22;lockContents:boolean@22;showingPlaceholderText!:boolean@22;tag:string@22;title:string@22;copy():void@22;cut():void@22;delete(deleteContents?:boolean):void@22;setPlaceholderText(options?:any):void@22',
    'Word.Document':
      "activeWindow!:Word.Window@29;attachedTemplate:Word.Template@22;background!:Word.Shape@23;bibliography!:Word.Bibliography@22;body!:Word.Body@27;bookmarks!:Word.BookmarkCollection@23;builtInDocumentProperties!:Word.DocumentProperties@23;characters!:Word.RangeScopedCollection@23;coauthoring!:Word.Coauthoring@23;comments!:Word.CommentCollection@23;content!:Word.Range@23;contentControls!:Word.ContentControlCollection@27;customDocumentProperties!:Word.DocumentProperties@23;customXmlParts!:Word.CustomXmlPartCollection@28;documentLibraryVersions!:Word.DocumentLibraryVersionCollection@22;fields!:Word.FieldCollection@23;frames!:Word.FrameCollection@22;grammaticalErrors!:Word.RangeCollection@23;hyperlinks!:Word.HyperlinkCollection@22;indexes!:Word.IndexCollection@23;listParagraphs!:Word.ParagraphCollection@23;listTemplates!:Word.ListTemplateCollection@23;lists!:Word.ListCollection@23;pageSetup!:Word.PageSetup@22;paragraphs!:Word.ParagraphCollection@23;properties!:Word.DocumentProperties@24;readabilityStatistics!:Word.ReadabilityStatisticCollection@23;revisions!:Word.RevisionCollection@23;sections!:Word.SectionCollection@27;selection!:Word.Selection@23;sentences!:Word.RangeScopedCollection@23;settings!:Word.SettingCollection@28;spellingErrors!:Word.RangeCollection@23;storyRanges!:Word.RangeCollection@23;styles!:Word.StyleCollection@23;tableOfAuthoritiesCategories!:Word.TableOfAuthoritiesCategoryCollection@23;tables!:Word.TableCollection@23;tablesOfAuthorities!:Word.TableOfAuthoritiesCollection@23;tablesOfContents!:Word.TableOfContentsCollection@23;tablesOfFigures!:Word.TableOfFiguresCollection@23;webSettings!:Word.WebSettings@23;windows!:Word.WindowCollection@29;words!:Word.RangeScopedCollection@23;activeTheme!:string@23;activeThemeDisplayName!:string@23;areFilePropertiesPasswordEncrypted!:boolean@23;areGrammaticalErrorsShown:boolean@23;areMathDefaultsUsed:boolean@23;areNewerFeaturesDisabled:boolean@23;areSpellingErrorsShown:boolean@23;areStylesUpdatedOnOpen:boolean@23;areTrueTypeFontsEmbedded:boolean@23;autoHyphenation:boolean@22;autoSaveOn:boolean@22;changeTrackingMode:#Word.ChangeTrackingMode@28;codeName!:string@23;compatibilityMode!:#Word.CompatibilityMode@23;consecutiveHyphensLimit:number@22;currentRsid!:number@23;defaultTabStop:number@23;defaultTargetFrame:string@23;doNotEmbedSystemFonts:boolean@23;encryptionProvider:string@23;farEastLineBreakLanguage:#Word.FarEastLineBreakLanguageId@23;farEastLineBreakLevel:#Word.FarEastLineBreakLevel@23;formattingIsNextLevelShown:boolean@23;formattingIsUserStyleNameShown:boolean@23;fullName!:string@23;gridDistanceHorizontal:number@23;gridDistanceVertical:number@23;gridIsOriginFromMargin:boolean@23;gridOriginHorizontal:number@23;gridOriginVertical:number@23;gridSpaceBetweenHorizontalLines:number@23;gridSpaceBetweenVerticalLines:number@23;hasPassword!:boolean@23;hasVbProject!:boolean@23;hyphenateCaps:boolean@22;hyphenationZone:number@23;isAutoFormatOverrideOn:boolean@23;isChartDataPointTracked:boolean@23;isCompatible:boolean@23;isFinal:boolean@23;isFontsSubsetSaved:boolean@23;isFormsDataPrinted:boolean@23;isFormsDataSaved:boolean@23;isGrammarChecked:boolean@23;isInAutoSave!:boolean@23;isInFormsDesign!:boolean@23;isKerningByAlgorithm:boolean@23;isLinguisticDataEmbedded:boolean@23;isMasterDocument!:boolean@23;isOptimizedForWord97:boolean@23;isPostScriptPrintedOverText:boolean@23;isQuickStyleSetLocked:boolean@23;isReadOnly!:boolean@23;isReadOnlyRecommended:boolean@23;isSnappedToGrid:boolean@23;isSnappedToShapes:boolean@23;isSpellingChecked:boolean@23;isStyleEnforced:boolean@23;isSubdocument!:boolean@23;isThemeLocked:boolean@23;isUserControl:boolean@23;isVbaSigned!:boolean@23;isWriteReserved!:boolean@23;justificationMode:#Word.JustificationMode@23;kind:#Word.DocumentKind@23;languageDetected:boolean@22;noLineBreakAfter:string@23;noLineBreakBefore:string@23;openEncoding!:#Word.DocumentEncoding@23;originalDocumentTitle!:string@23;password:string@23;passwordEncryptionAlgorithm!:string@23;passwordEncryptionKeyLength!:number@23;passwordEncryptionProvider!:string@23;path!:string@23;printRevisions:boolean@23;protectionType!:#Word.ProtectionType@23;readingLayoutSizeX:number@23;readingLayoutSizeY:number@23;readingModeIsLayoutFrozen:boolean@23;removePersonalInformationOnSave:boolean@23;revisedDocumentTitle!:string@23;saveEncoding:#Word.DocumentEncoding@23;saveFormat!:#Word.FileSaveFormat@23;saved!:boolean@27;textEncoding:#Word.DocumentEncoding@23;textLineEnding:#Word.LineEndingType@23;trackFormatting:boolean@23;trackMoves:boolean@23;trackRevisions:boolean@23;trackedChangesAreDateAndTimeRemoved:boolean@23;type!:#Word.DocumentType@23;writePassword:string@23;xmlAreAdvancedErrorsShown:boolean@23;xmlIsXsltUsedWhenSaving:boolean@23;xmlSaveThroughXslt:string@23;acceptAllRevisions():void@23;acceptAllRevisionsShown():void@23;activate():void@23;addStyle(name:string,type:#Word.StyleType):Word.Style@26;addToFavorites():void@23;applyQuickStyleSet(style:#Word.ApplyQuickStyleSet):void@23;applyTheme(name:string):void@23;autoFormat():void@23;canCheckin():boolean@23;checkConsistencyJapanese():void@23;checkGrammar():void@23;close(closeBehavior?:#Word.CloseBehavior):void@26;closePrintPreview():void@23;compare(filePath:string,documentCompareOptions?:any):void@2b;compareFromBase64(base64File:string,documentCompareOptions?:any):void@29;convert():void@23;convertAutoHyphens():void@23;convertNumbersToText(numberType?:#Word.NumberType):void@23;convertVietnameseDocument(codePageOrigin:number):void@23;copyStylesFromTemplate(StyleTemplate:string):void@23;deleteAllComments():void@23;deleteAllCommentsShown():void@23;deleteAllInkAnnotations():void@23;deleteBookmark(name:string):void@28;detectLanguage():void@22;fitToPages():void@23;freezeLayout():void@23;getAnnotationById(id:string):Word.Annotation@21;getBookmarkRange(name:string):Word.Range@28;getBookmarkRangeOrNullObject(name:string):Word.Range@28;getContentControls(options?:any):Word.ContentControlCollection@26;getCrossReferenceItems(referenceType:#Word.ReferenceType):string[]@23;getEndnoteBody():Word.Body@26;getFootnoteBody():Word.Body@26;getParagraphByUniqueLocalId(id:string):Word.Paragraph@25;getSelection():Word.Range@27;getStyles():Word.StyleCollection@26;importStylesFromJson(stylesJson:string,importedStylesConflictBehavior?:#Word.ImportedStylesConflictBehavior):string[]@25;insertFileFromBase64(base64File:string,insertLocation:'Replace|Start|End',insertFileOptions?:any):Word.SectionCollection@26;lockServerFile():void@23;makeCompatibilityDefault():void@23;manualHyphenation():void@22;post():void@23;presentIt():void@23;printPreview():void@23;redo(times?:number):boolean@23;rejectAllRevisions():void@23;rejectAllRevisionsShown():void@23;reload():void@23;reloadAs(encoding:#Word.DocumentEncoding):void@23;removeDocumentInformation(removeDocInfoType:#Word.RemoveDocInfoType):void@23;removeLockedStyles():void@23;removeNumbers(numberType?:#Word.NumberType):void@23;removeTheme():void@23;repaginate():void@23;resetFormFields():void@23;returnToLastReadPosition():number@23;runAutoMacro(autoMacro:#Word.AutoMacro):void@23;save(saveBehavior?:#Word.SaveBehavior,fileName?:string):void@27;saveAsQuickStyleSet(fileName:string):void@23;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@21;select():void@23;selectContentControlsByTag(tag:string):Word.ContentControlCollection@23;selectContentControlsByTitle(title:string):Word.ContentControlCollection@23;selectLinkedControls(node:Word.CustomXmlNode):Word.ContentControlCollection@23;selectNodes(xPath:string,options?:any):Word.XmlNodeCollection@23;selectSingleNode(xPath:string,options?:any):Word.XmlNode@23;selectUnlinkedControls(stream?:Word.CustomXmlPart):Word.ContentControlCollection@23;sendFax(address:string,subject?:string):void@23;sendMail():void@23;setDefaultTableStyle(style:string,setInTemplate:boolean):void@23;setPasswordEncryptionOptions(passwordEncryptionProvider:string,passwordEncryptionAlgorithm:string,passwordEncryptionKeyLength:number,passwordEncryptFileProperties?:boolean):void@23;toggleFormsDesign():void@23;transformDocument(path:string,dataOnly?:boolean):void@23;undo(times?:number):boolean@23;undoClear():void@23;unprotect(password?:string):void@23;updateStyles():void@23;viewCode():void@23;viewPropertyBrowser():void@23;webPagePreview():void@23;onAnnotationClicked!:event@21;onAnnotationHovered!:event@21;onAnnotationInserted!:event@21;onAnnotationPopupAction!:event@2d;onAnnotationRemoved!:event@21;onContentControlAdded!:event@26;onParagraphAdded!:event@25;onParagraphChanged!:event@25;onParagraphDeleted!:event@25",
    'Word.DocumentCreated':
      "body!:Word.Body@2e;contentControls!:Word.ContentControlCollection@2e;customXmlParts!:Word.CustomXmlPartCollection@2f;properties!:Word.DocumentProperties@2e;sections!:Word.SectionCollection@2e;settings!:Word.SettingCollection@2f;saved!:boolean@2e;addStyle(name:string,type:#Word.StyleType):Word.Style@2g;deleteBookmark(name:string):void@2f;getBookmarkRange(name:string):Word.Range@2f;getBookmarkRangeOrNullObject(name:string):Word.Range@2f;getContentControls(options?:any):Word.ContentControlCollection@2g;getStyles():Word.StyleCollection@2g;insertFileFromBase64(base64File:string,insertLocation:'Replace|Start|End',insertFileOptions?:any):Word.SectionCollection@2g;open():void@24;save(saveBehavior?:#Word.SaveBehavior,fileName?:string):void@2e",
    'Word.DocumentLibraryVersion': 'comments!:string@22;modified!:any@22;modifiedBy!:string@22',
    'Word.DocumentLibraryVersionCollection':
      '[]!:Word.DocumentLibraryVersion@22;getItem(index:number):Word.DocumentLibraryVersion@22;isVersioningEnabled():boolean@22',
    'Word.DocumentProperties':
      'customProperties!:Word.CustomPropertyCollection@24;applicationName!:string@24;author:string@24;category:string@24;comments:string@24;company:string@24;creationDate!:date@24;format:string@24;keywords:string@24;lastAuthor!:string@24;lastPrintDate!:date@24;lastSaveTime!:date@24;manager:string@24;revisionNumber!:string@24;security!:number@24;subject:string@24;template!:string@24;title:string@24',
    'Word.DropCap':
      'distanceFromText!:number@23;fontName!:string@23;linesToDrop!:number@23;position!:#Word.DropPosition@23;clear():void@23;enable():void@23',
    'Word.DropDownListContentControl':
      'listItems!:Word.ContentControlListItemCollection@2c;addListItem(displayText:string,value?:string,index?:number):Word.ContentControlListItem@2c;deleteAllListItems():void@2c',
    'Word.Editor':
      'nextRange!:Word.Range@23;range!:Word.Range@23;id!:string@23;name!:string@23;delete():void@23;removeAllPermissions():void@23;selectAllShapes():void@23',
    'Word.EditorCollection':
      'addById(editorId:string):Word.Editor@23;addByType(editorType:#Word.EditorType):Word.Editor@23;getCount():number@23;getItemAt(index:number):Word.Editor@23',
    'Word.Field':
      'linkFormat!:Word.LinkFormat@23;oleFormat!:Word.OleFormat@23;parentBody!:Word.Body@28;parentContentControl!:Word.ContentControl@28;parentContentControlOrNullObject!:Word.ContentControl@28;parentTable!:Word.Table@28;parentTableCell!:Word.TableCell@28;parentTableCellOrNullObject!:Word.TableCell@28;parentTableOrNullObject!:Word.Table@28;result!:Word.Range@28;code:string@28;data:string@26;kind!:#Word.FieldKind@26;locked:boolean@26;showCodes:boolean@2b;type!:#Word.FieldType@26;copyToClipboard():void@23;cut():void@23;delete():void@26;doClick():void@23;getNext():Word.Field@28;getNextOrNullObject():Word.Field@28;select(selectionMode?:#Word.SelectionMode):void@26;unlink():void@23;updateResult():void@26;updateSource():void@23',
    'Word.FieldCollection':
      '[]!:Word.Field@28;getFirst():Word.Field@28;getFirstOrNullObject():Word.Field@28;getByTypes(types:#Word.FieldType[]):Word.FieldCollection@26',
    'Word.FillFormat':
      'backgroundColor!:Word.ColorFormat@22;foregroundColor!:Word.ColorFormat@22;gradientAngle:number@22;gradientColorType!:#Word.GradientColorType@22;gradientDegree!:number@22;gradientStyle!:#Word.GradientStyle@22;gradientVariant!:number@22;isVisible:boolean@22;pattern!:#Word.PatternType@22;presetGradientType!:#Word.PresetGradientType@22;presetTexture!:#Word.PresetTexture@22;rotateWithObject:boolean@22;textureAlignment:#Word.TextureAlignment@22;textureHorizontalScale:number@22;textureName!:string@22;textureOffsetX:number@22;textureOffsetY:number@22;textureTile:boolean@22;textureType!:#Word.TextureType@22;textureVerticalScale:number@22;transparency:number@22;type!:#Word.FillType@22;setOneColorGradient(style:#Word.GradientStyle,variant:number,degree:number):void@22;setPatterned(pattern:#Word.PatternType):void@22;setPresetGradient(style:#Word.GradientStyle,variant:number,presetGradientType:#Word.PresetGradientType):void@22;setPresetTextured(presetTexture:#Word.PresetTexture):void@22;setTwoColorGradient(style:#Word.GradientStyle,variant:number):void@22;solid():void@22',
    'Word.Font':
      'borders!:Word.BorderUniversalCollection@22;fill!:Word.FillFormat@22;glow!:Word.GlowFormat@22;line!:Word.LineFormat@22;reflection!:Word.ReflectionFormat@22;textColor!:Word.ColorFormat@22;textShadow!:Word.ShadowFormat@22;threeDimensionalFormat!:Word.ThreeDimensionalFormat@22;allCaps:boolean@22;bold:boolean@27;boldBidirectional:boolean@22;color:string@27;colorIndex:#Word.ColorIndex@22;colorIndexBidirectional:#Word.ColorIndex@22;contextualAlternates:boolean@22;diacriticColor:string@22;disableCharacterSpaceGrid:boolean@22;doubleStrikeThrough:boolean@27;emboss:boolean@22;emphasisMark:#Word.EmphasisMark@22;engrave:boolean@22;hidden:boolean@29;highlightColor:string@27;italic:boolean@27;italicBidirectional:boolean@22;kerning:number@22;ligature:#Word.Ligature@22;name:string@27;nameAscii:string@22;nameBidirectional:string@22;nameFarEast:string@22;nameOther:string@22;numberForm:#Word.NumberForm@22;numberSpacing:#Word.NumberSpacing@22;outline:boolean@22;position:number@22;scaling:number@22;shadow:boolean@22;size:number@27;sizeBidirectional:number@22;smallCaps:boolean@22;spacing:number@22;strikeThrough:boolean@27;stylisticSet:#Word.StylisticSet@22;subscript:boolean@27;superscript:boolean@27;underline:#Word.UnderlineType@27;underlineColor:string@22;decreaseFontSize():void@22;increaseFontSize():void@22;reset():void@22;setAsTemplateDefault():void@22',
    'Word.FontNameCollection': 'getCount():number@23;getItemAt(index:number):string@23',
    'Word.Frame':
      'borders!:Word.BorderUniversalCollection@22;range!:Word.Range@22;shading!:Word.ShadingUniversal@22;height:number@22;heightRule:#Word.FrameSizeRule@22;horizontalDistanceFromText:number@22;horizontalPosition:number@22;lockAnchor:boolean@22;relativeHorizontalPosition:#Word.RelativeHorizontalPosition@22;relativeVerticalPosition:#Word.RelativeVerticalPosition@22;textWrap:boolean@22;verticalDistanceFromText:number@22;verticalPosition:number@22;width:number@22;widthRule:#Word.FrameSizeRule@22;copy():void@22;cut():void@22;delete():void@22;select():void@22',
    'Word.FrameCollection':
      '[]!:Word.Frame@22;add(range:Word.Range):Word.Frame@22;delete():void@22;getItem(index:number):Word.Frame@22',
    'Word.GlowFormat': 'color!:Word.ColorFormat@22;radius:number@22;transparency:number@22',
    'Word.GroupContentControl':
      'placeholderText!:Word.BuildingBlock@22;range!:Word.Range@22;xmlMapping!:Word.XmlMapping@22;appearance:#Word.ContentControlAppearance@22;color:string@22;id!:string@22;isTemporary:boolean@22;level!:#Word.ContentControlLevel@22;lockContentControl:boolean@22;lockContents:boolean@22;showingPlaceholderText!:boolean@22;tag:string@22;title:string@22;copy():void@22;cut():void@22;delete(deleteContents:boolean):void@22;setPlaceholderText(options?:any):void@22;ungroup():void@22',
    'Word.HeadingStyle': 'level:number@23;name:string@23;delete():void@23',
    'Word.HeadingStyleCollection':
      '[]!:Word.HeadingStyle@23;add(name:string,level:number):Word.HeadingStyle@23',
    'Word.HtmlDivision':
      'htmlDivisions!:Word.HtmlDivisionCollection@23;range!:Word.Range@23;leftIndent:number@23;rightIndent:number@23;spaceAfter:number@23;spaceBefore:number@23;delete():void@23;htmlDivisionParent(levelsUp?:number):Word.HtmlDivision@23',
    'Word.HtmlDivisionCollection': '[]!:Word.HtmlDivision@23;getItemAt(index:number):Word.HtmlDivision@23',
    'Word.Hyperlink':
      'range!:Word.Range@22;address:string@22;emailSubject:string@22;isExtraInfoRequired!:boolean@22;name!:string@22;screenTip:string@22;subAddress:string@22;target:string@22;textToDisplay:string@22;type!:#Word.HyperlinkType@22;addToFavorites():void@22;createNewDocument(fileName:string,editNow:boolean,overwrite:boolean):void@22;delete():void@22',
    'Word.HyperlinkCollection': '[]!:Word.Hyperlink@22;add(anchor:Word.Range,options?:any):Word.Hyperlink@22',
    'Word.Index':
      'range!:Word.Range@23;filter!:#Word.IndexFilter@23;headingSeparator!:#Word.HeadingSeparator@23;indexLanguage!:#Word.LanguageId@23;numberOfColumns!:number@23;rightAlignPageNumbers!:boolean@23;separateAccentedLetterHeadings!:boolean@23;sortBy!:#Word.IndexSortBy@23;tabLeader:#Word.TabLeader@23;type!:#Word.IndexType@23;delete():void@23',
    'Word.IndexCollection':
      '[]!:Word.Index@23;add(range:Word.Range,indexAddOptions?:any):Word.Index@23;getFormat():#Word.IndexFormat@23;markAllEntries(range:Word.Range,markAllEntriesOptions?:any):void@23',
    'Word.InlinePicture':
      "paragraph!:Word.Paragraph@2a;parentContentControl!:Word.ContentControl@27;parentContentControlOrNullObject!:Word.ContentControl@24;parentTable!:Word.Table@24;parentTableCell!:Word.TableCell@24;parentTableCellOrNullObject!:Word.TableCell@24;parentTableOrNullObject!:Word.Table@24;altTextDescription:string@27;altTextTitle:string@27;height:number@27;hyperlink:string@27;imageFormat!:#Word.ImageFormat@2b;lockAspectRatio:boolean@27;width:number@27;delete():void@2a;getBase64ImageSrc():string@27;getNext():Word.InlinePicture@24;getNextOrNullObject():Word.InlinePicture@24;getRange(rangeLocation?:'Whole|Start|End'):Word.Range@24;insertBreak(breakType:#Word.BreakType,insertLocation:'Before|After'):void@2a;insertContentControl():Word.ContentControl@27;insertFileFromBase64(base64File:string,insertLocation:'Before|After'):Word.Range@2a;insertHtml(html:string,insertLocation:'Before|After'):Word.Range@2a;insertInlinePictureFromBase64(base64EncodedImage:string,insertLocation:'Replace|Before|After'):Word.InlinePicture@2a;insertOoxml(ooxml:string,insertLocation:'Before|After'):Word.Range@2a;insertParagraph(paragraphText:string,insertLocation:'Before|After'):Word.Paragraph@2a;insertText(text:string,insertLocation:'Before|After'):Word.Range@2a;select(selectionMode?:#Word.SelectionMode):void@2a",
    'Word.InlinePictureCollection':
      '[]!:Word.InlinePicture@27;getFirst():Word.InlinePicture@24;getFirstOrNullObject():Word.InlinePicture@24',
    'Word.LineFormat':
      'backgroundColor!:Word.ColorFormat@22;foregroundColor!:Word.ColorFormat@22;beginArrowheadLength:#Word.ArrowheadLength@22;beginArrowheadStyle:#Word.ArrowheadStyle@22;beginArrowheadWidth:#Word.ArrowheadWidth@22;dashStyle:#Word.LineDashStyle@22;endArrowheadLength:#Word.ArrowheadLength@22;endArrowheadStyle:#Word.ArrowheadStyle@22;endArrowheadWidth:#Word.ArrowheadWidth@22;insetPen:boolean@22;isVisible:boolean@22;pattern:#Word.PatternType@22;style:#Word.LineFormatStyle@22;transparency:number@22;weight:number@22',
    'Word.LineNumbering':
      'countBy:number@22;distanceFromText:number@22;isActive:boolean@22;restartMode:#Word.NumberingRule@22;startingNumber:number@22',
    'Word.LinkFormat':
      'isAutoUpdated:boolean@23;isLocked:boolean@23;isPictureSavedWithDocument:boolean@23;sourceFullName:string@23;sourceName!:string@23;sourcePath!:string@23;type!:#Word.LinkType@23;breakLink():void@23',
    'Word.List':
      "paragraphs!:Word.ParagraphCollection@24;id!:number@24;levelExistences!:boolean[]@24;levelTypes!:#Word.ListLevelType[]@24;getLevelFont(level:number):Word.Font@2b;getLevelParagraphs(level:number):Word.ParagraphCollection@24;getLevelPicture(level:number):string@2b;getLevelString(level:number):string@24;insertParagraph(paragraphText:string,insertLocation:'Start|End|Before|After'):Word.Paragraph@24;resetLevelFont(level:number,resetFontName?:boolean):void@2b;setLevelAlignment(level:number,alignment:#Word.Alignment):void@24;setLevelBullet(level:number,listBullet:#Word.ListBullet,charCode?:number,fontName?:string):void@24;setLevelIndents(level:number,textIndent:number,bulletNumberPictureIndent:number):void@24;setLevelNumbering(level:number,listNumbering:#Word.ListNumbering,formatString?:any):void@24;setLevelPicture(level:number,base64EncodedImage?:string):void@2b;setLevelStartingNumber(level:number,startingNumber:number):void@24",
    'Word.ListCollection':
      '[]!:Word.List@24;getById(id:number):Word.List@24;getByIdOrNullObject(id:number):Word.List@24;getFirst():Word.List@24;getFirstOrNullObject():Word.List@24;getItem(id:number):Word.List@24',
    'Word.ListFormat':
      'list!:Word.List@22;listTemplate!:Word.ListTemplate@22;isSingleList!:boolean@22;isSingleListTemplate!:boolean@22;listLevelNumber:number@22;listString!:string@22;listType!:#Word.ListType@22;listValue!:number@22;applyBulletDefault(defaultListBehavior:#Word.DefaultListBehavior):void@22;applyListTemplateWithLevel(listTemplate:Word.ListTemplate,options?:any):void@22;applyNumberDefault(defaultListBehavior:#Word.DefaultListBehavior):void@22;applyOutlineNumberDefault(defaultListBehavior:#Word.DefaultListBehavior):void@22;canContinuePreviousList(listTemplate:Word.ListTemplate):#Word.Continue@22;convertNumbersToText(numberType:#Word.NumberType):void@22;countNumberedItems(options?:any):number@22;listIndent():void@22;listOutdent():void@22;removeNumbers(numberType:#Word.NumberType):void@22',
    'Word.ListItem':
      'level:number@24;listString!:string@24;siblingIndex!:number@24;getAncestor(parentOnly?:boolean):Word.Paragraph@24;getAncestorOrNullObject(parentOnly?:boolean):Word.Paragraph@24;getDescendants(directChildrenOnly?:boolean):Word.ParagraphCollection@24',
    'Word.ListLevel':
      'font!:Word.Font@2b;alignment:#Word.Alignment@2b;linkedStyle:string@2b;numberFormat:string@2b;numberPosition:number@2b;numberStyle:#Word.ListBuiltInNumberStyle@2b;resetOnHigher:number@2b;startAt:number@2b;tabPosition:number@2b;textPosition:number@2b;trailingCharacter:#Word.TrailingCharacter@2b',
    'Word.ListLevelCollection':
      '[]!:Word.ListLevel@2b;getFirst():Word.ListLevel@2b;getFirstOrNullObject():Word.ListLevel@2b',
    'Word.ListTemplate': 'listLevels!:Word.ListLevelCollection@2b;name:string@23;outlineNumbered:boolean@2b',
    'Word.ListTemplateCollection': '[]!:Word.ListTemplate@23;add(options?:any):Word.ListTemplate@2h',
    'Word.ListTemplateGallery': 'listTemplates!:Word.ListTemplateCollection@23',
    'Word.ListTemplateGalleryCollection':
      '[]!:Word.ListTemplateGallery@23;getByType(type:#Word.ListTemplateGalleryType):Word.ListTemplateGallery@23',
    'Word.NoteItem':
      'body!:Word.Body@26;reference!:Word.Range@26;type!:#Word.NoteItemType@26;delete():void@26;getNext():Word.NoteItem@26;getNextOrNullObject():Word.NoteItem@26',
    'Word.NoteItemCollection':
      '[]!:Word.NoteItem@26;getFirst():Word.NoteItem@26;getFirstOrNullObject():Word.NoteItem@26',
    'Word.OleFormat':
      'classType:string@23;iconIndex:number@23;iconLabel:string@23;iconName:string@23;iconPath!:string@23;isDisplayedAsIcon!:boolean@23;isFormattingPreservedOnUpdate:boolean@23;label!:string@23;progId!:string@23;activate():void@23;activateAs(classType:string):void@23;doVerb(verbIndex:#Word.OleVerb):void@23;edit():void@23;open():void@23',
    'Word.Page':
      "breaks!:Word.BreakCollection@22;height!:number@29;index!:number@29;width!:number@29;getNext():Word.Page@29;getNextOrNullObject():Word.Page@29;getRange(rangeLocation?:'Whole|Start|End'):Word.Range@29",
    'Word.PageCollection': '[]!:Word.Page@29;getFirst():Word.Page@29;getFirstOrNullObject():Word.Page@29',
    'Word.PageSetup':
      'lineNumbering:Word.LineNumbering@22;textColumns!:Word.TextColumnCollection@22;bookFoldPrinting:boolean@22;bookFoldPrintingSheets:number@22;bookFoldReversePrinting:boolean@22;bottomMargin:number@22;charsLine:number@22;differentFirstPageHeaderFooter:boolean@22;footerDistance:number@22;gutter:number@22;gutterPosition:#Word.GutterPosition@22;gutterStyle:#Word.GutterStyle@22;headerDistance:number@22;layoutMode:#Word.LayoutMode@22;leftMargin:number@22;linesPage:number@22;mirrorMargins:boolean@22;oddAndEvenPagesHeaderFooter:boolean@22;orientation:#Word.PageOrientation@22;pageHeight:number@22;pageWidth:number@22;paperSize:#Word.PaperSize@22;rightMargin:number@22;sectionDirection:#Word.SectionDirection@22;sectionStart:#Word.SectionStart@22;showGrid:boolean@22;suppressEndnotes:boolean@22;topMargin:number@22;twoPagesOnOne:boolean@22;verticalAlignment:#Word.PageSetupVerticalAlignment@22;setAsTemplateDefault():void@22;togglePortrait():void@22',
    'Word.Pane':
      'pages!:Word.PageCollection@29;pagesEnclosingViewport!:Word.PageCollection@29;selection!:Word.Selection@23;getNext():Word.Pane@29;getNextOrNullObject():Word.Pane@29',
    'Word.PaneCollection': '[]!:Word.Pane@29;getFirst():Word.Pane@29;getFirstOrNullObject():Word.Pane@29',
    'Word.Paragraph':
      "borders!:Word.BorderUniversalCollection@22;contentControls!:Word.ContentControlCollection@27;endnotes!:Word.NoteItemCollection@26;fields!:Word.FieldCollection@28;font!:Word.Font@27;footnotes!:Word.NoteItemCollection@26;inlinePictures!:Word.InlinePictureCollection@27;list!:Word.List@24;listItem!:Word.ListItem@24;listItemOrNullObject!:Word.ListItem@24;listOrNullObject!:Word.List@24;parentBody!:Word.Body@24;parentContentControl!:Word.ContentControl@27;parentContentControlOrNullObject!:Word.ContentControl@24;parentTable!:Word.Table@24;parentTableCell!:Word.TableCell@24;parentTableCellOrNullObject!:Word.TableCell@24;parentTableOrNullObject!:Word.Table@24;shading!:Word.ShadingUniversal@22;shapes!:Word.ShapeCollection@29;alignment:#Word.Alignment@27;firstLineIndent:number@27;isLastParagraph!:boolean@24;isListItem!:boolean@24;leftIndent:number@27;lineSpacing:number@27;lineUnitAfter:number@27;lineUnitBefore:number@27;outlineLevel:number@27;rightIndent:number@27;spaceAfter:number@27;spaceBefore:number@27;style:string@27;styleBuiltIn:#Word.BuiltInStyleName@24;tableNestingLevel!:number@24;text!:string@27;uniqueLocalId!:string@25;attachToList(listId:number,level:number):Word.List@24;clear():void@27;closeUp():void@23;delete():void@27;detachFromList():void@24;getAnnotations():Word.AnnotationCollection@21;getComments():Word.CommentCollection@28;getContentControls(options?:any):Word.ContentControlCollection@26;getHtml():string@27;getNext():Word.Paragraph@24;getNextOrNullObject():Word.Paragraph@24;getOoxml():string@27;getPrevious():Word.Paragraph@24;getPreviousOrNullObject():Word.Paragraph@24;getRange(rangeLocation?:'Whole|Start|End|After|Content'):Word.Range@24;getReviewedText(changeTrackingVersion?:#Word.ChangeTrackingVersion):string@28;getText(options?:any):string@21;getTextRanges(endingMarks:string[],trimSpacing?:boolean):Word.RangeCollection@24;getTrackedChanges():Word.TrackedChangeCollection@25;indent():void@23;indentCharacterWidth(count:number):void@23;indentFirstLineCharacterWidth(count:number):void@23;insertAnnotations(annotations:any):string[]@21;insertBreak(breakType:#Word.BreakType,insertLocation:'Before|After'):void@27;insertCanvas(insertShapeOptions?:any):Word.Shape@29;insertContentControl(contentControlType?:'RichText|PlainText|CheckBox|DropDownList|ComboBox|BuildingBlockGallery|DatePicker|RepeatingSection|Picture|Group'):Word.ContentControl@27;insertFileFromBase64(base64File:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertGeometricShape(geometricShapeType:#Word.GeometricShapeType,insertShapeOptions?:any):Word.Shape@29;insertHtml(html:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertInlinePictureFromBase64(base64EncodedImage:string,insertLocation:'Replace|Start|End'):Word.InlinePicture@27;insertOoxml(ooxml:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertParagraph(paragraphText:string,insertLocation:'Before|After'):Word.Paragraph@27;insertPictureFromBase64(base64EncodedImage:string,insertShapeOptions?:any):Word.Shape@29;insertTable(rowCount:number,columnCount:number,insertLocation:'Before|After',values?:string[][]):Word.Table@24;insertText(text:string,insertLocation:'Replace|Start|End'):Word.Range@27;insertTextBox(text?:string,insertShapeOptions?:any):Word.Shape@29;joinList():void@23;next(count:number):Word.Paragraph@23;openOrCloseUp():void@23;openUp():void@23;outdent():void@23;outlineDemote():void@23;outlineDemoteToBody():void@23;outlinePromote():void@23;previous(count:number):Word.Paragraph@23;reset():void@23;resetAdvanceTo():void@23;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@27;select(selectionMode?:#Word.SelectionMode):void@27;selectNumber():void@23;separateList():void@23;space1():void@23;space1Pt5():void@23;space2():void@23;split(delimiters:string[],trimDelimiters?:boolean,trimSpacing?:boolean):Word.RangeCollection@24;startNewList():Word.List@24;tabHangingIndent(count:number):void@23;tabIndent(count:number):void@23",
    'Word.ParagraphCollection':
      '[]!:Word.Paragraph@27;add(range:Word.Range):Word.Paragraph@23;closeUp():void@23;decreaseSpacing():void@23;getFirst():Word.Paragraph@24;getFirstOrNullObject():Word.Paragraph@24;getLast():Word.Paragraph@24;getLastOrNullObject():Word.Paragraph@24;increaseSpacing():void@23;indent():void@23;indentCharacterWidth(count:number):void@23;indentFirstLineCharacterWidth(count:number):void@23;openOrCloseUp():void@23;openUp():void@23;outdent():void@23;outlineDemote():void@23;outlineDemoteToBody():void@23;outlinePromote():void@23;space1():void@23;space1Pt5():void@23;space2():void@23;tabHangingIndent(count:number):void@23;tabIndent(count:number):void@23',
    'Word.ParagraphFormat':
      'alignment:#Word.Alignment@26;firstLineIndent:number@26;keepTogether:boolean@26;keepWithNext:boolean@26;leftIndent:number@26;lineSpacing:number@26;lineUnitAfter:number@26;lineUnitBefore:number@26;mirrorIndents:boolean@26;outlineLevel:#Word.OutlineLevel@26;rightIndent:number@26;spaceAfter:number@26;spaceBefore:number@26;widowControl:boolean@26',
    'Word.PictureContentControl':
      'placeholderText!:Word.BuildingBlock@22;range!:Word.Range@22;xmlMapping!:Word.XmlMapping@22;appearance:#Word.ContentControlAppearance@22;color:string@22;id!:string@22;isTemporary:boolean@22;level!:#Word.ContentControlLevel@22;lockContentControl:boolean@22;lockContents:boolean@22;showingPlaceholderText!:boolean@22;tag:string@22;title:string@22;copy():void@22;cut():void@22;delete(deleteContents?:boolean):void@22;setPlaceholderText(options?:any):void@22',
    'Word.Range':
      "bookmarks!:Word.BookmarkCollection@23;borders!:Word.BorderUniversalCollection@23;conflicts!:Word.ConflictCollection@23;contentControls!:Word.ContentControlCollection@27;editors!:Word.EditorCollection@23;endnotes!:Word.NoteItemCollection@26;fields!:Word.FieldCollection@28;font!:Word.Font@27;footnotes!:Word.NoteItemCollection@26;frames!:Word.FrameCollection@22;hyperlinks!:Word.HyperlinkCollection@22;inlinePictures!:Word.InlinePictureCollection@2a;listFormat!:Word.ListFormat@22;lists!:Word.ListCollection@24;pages!:Word.PageCollection@29;paragraphs!:Word.ParagraphCollection@27;parentBody!:Word.Body@24;parentContentControl!:Word.ContentControl@27;parentContentControlOrNullObject!:Word.ContentControl@24;parentTable!:Word.Table@24;parentTableCell!:Word.TableCell@24;parentTableCellOrNullObject!:Word.TableCell@24;parentTableOrNullObject!:Word.Table@24;revisions!:Word.RevisionCollection@23;sections!:Word.SectionCollection@22;shading!:Word.ShadingUniversal@22;shapes!:Word.ShapeCollection@29;tableColumns!:Word.TableColumnCollection@22;tables!:Word.TableCollection@24;bold!:boolean@23;boldBidirectional!:boolean@23;case:#Word.CharacterCase@23;characterWidth:#Word.CharacterWidth@23;combineCharacters:boolean@23;disableCharacterSpaceGrid!:boolean@23;emphasisMark!:#Word.EmphasisMark@23;end:number@23;fitTextWidth:number@23;grammarChecked:boolean@23;hasNoProofing:boolean@22;highlightColorIndex!:#Word.ColorIndex@23;horizontalInVertical:#Word.HorizontalInVerticalType@23;hyperlink:string@24;id:string@23;isEmpty!:boolean@24;isEndOfRowMark!:boolean@23;isTextVisibleOnScreen!:boolean@23;italic!:boolean@23;italicBidirectional!:boolean@23;kana:#Word.Kana@23;languageDetected:boolean@22;languageId:#Word.LanguageId@22;languageIdFarEast:#Word.LanguageId@22;languageIdOther:#Word.LanguageId@22;showAll:boolean@23;spellingChecked:boolean@23;start:number@23;storyLength!:number@23;storyType!:#Word.StoryType@23;style:string@27;styleBuiltIn:#Word.BuiltInStyleName@24;text!:string@27;twoLinesInOne:#Word.TwoLinesInOneType@23;clear():void@27;compareLocationWith(range:Word.Range):#Word.LocationRelation@24;delete():void@27;detectLanguage():boolean@22;expandTo(range:Word.Range):Word.Range@24;expandToOrNullObject(range:Word.Range):Word.Range@24;getBookmarks(includeHidden?:boolean,includeAdjacent?:boolean):string[]@28;getComments():Word.CommentCollection@28;getContentControls(options?:any):Word.ContentControlCollection@26;getHtml():string@27;getHyperlinkRanges():Word.RangeCollection@24;getNextTextRange(endingMarks:string[],trimSpacing?:boolean):Word.Range@24;getNextTextRangeOrNullObject(endingMarks:string[],trimSpacing?:boolean):Word.Range@24;getOoxml():string@27;getRange(rangeLocation?:'Whole|Start|End|After|Content'):Word.Range@24;getReviewedText(changeTrackingVersion?:#Word.ChangeTrackingVersion):string@28;getTextRanges(endingMarks:string[],trimSpacing?:boolean):Word.RangeCollection@24;getTrackedChanges():Word.TrackedChangeCollection@25;highlight():void@2d;insertBookmark(name:string):void@28;insertBreak(breakType:#Word.BreakType,insertLocation:'Before|After'):void@27;insertCanvas(insertShapeOptions?:any):Word.Shape@29;insertComment(commentText:string):Word.Comment@28;insertContentControl(contentControlType?:'RichText|PlainText|CheckBox|DropDownList|ComboBox|BuildingBlockGallery|DatePicker|RepeatingSection|Picture|Group'):Word.ContentControl@27;insertEndnote(insertText?:string):Word.NoteItem@26;insertField(insertLocation:#Word.InsertLocation,fieldType?:#Word.FieldType,text?:string,removeFormatting?:boolean):Word.Field@26;insertFileFromBase64(base64File:string,insertLocation:#Word.InsertLocation):Word.Range@27;insertFootnote(insertText?:string):Word.NoteItem@26;insertGeometricShape(geometricShapeType:#Word.GeometricShapeType,insertShapeOptions?:any):Word.Shape@29;insertHtml(html:string,insertLocation:#Word.InsertLocation):Word.Range@27;insertInlinePictureFromBase64(base64EncodedImage:string,insertLocation:#Word.InsertLocation):Word.InlinePicture@2a;insertOoxml(ooxml:string,insertLocation:#Word.InsertLocation):Word.Range@27;insertParagraph(paragraphText:string,insertLocation:'Before|After'):Word.Paragraph@27;insertPictureFromBase64(base64EncodedImage:string,insertShapeOptions?:any):Word.Shape@29;insertTable(rowCount:number,columnCount:number,insertLocation:'Before|After',values?:string[][]):Word.Table@24;insertText(text:string,insertLocation:#Word.InsertLocation):Word.Range@27;insertTextBox(text?:string,insertShapeOptions?:any):Word.Shape@29;intersectWith(range:Word.Range):Word.Range@24;intersectWithOrNullObject(range:Word.Range):Word.Range@24;removeHighlight():void@2d;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@27;select(selectionMode?:#Word.SelectionMode):void@27;split(delimiters:string[],multiParagraphs?:boolean,trimDelimiters?:boolean,trimSpacing?:boolean):Word.RangeCollection@24",
    'Word.RangeCollection': '[]!:Word.Range@27;getFirst():Word.Range@24;getFirstOrNullObject():Word.Range@24',
    'Word.RangeScopedCollection': '[]!:Word.Range@23',
    'Word.ReadabilityStatistic': 'name!:string@23;value!:number@23',
    'Word.ReadabilityStatisticCollection':
      '[]!:Word.ReadabilityStatistic@23;getItemAt(index:number):Word.ReadabilityStatistic@23',
    'Word.ReflectionFormat':
      'blur:number@22;offset:number@22;size:number@22;transparency:number@22;type:#Word.ReflectionType@22',
    'Word.RepeatingSectionContentControl':
      'placeholderText!:Word.BuildingBlock@22;range!:Word.Range@22;repeatingSectionItems!:Word.RepeatingSectionItemCollection@22;allowInsertDeleteSection:boolean@22;appearance:#Word.ContentControlAppearance@22;color:string@22;id!:string@22;isTemporary:boolean@22;level!:#Word.ContentControlLevel@22;lockContentControl:boolean@22;lockContents:boolean@22;repeatingSectionItemTitle:string@22;showingPlaceholderText!:boolean@22;tag:string@22;title:string@22;copy():void@22;cut():void@22;delete(deleteContents?:boolean):void@22;setPlaceholderText(options?:any):void@22',
    'Word.RepeatingSectionItem':
      'range!:Word.Range@22;delete():void@22;insertItemAfter():Word.RepeatingSectionItem@22;insertItemBefore():Word.RepeatingSectionItem@22',
    'Word.RepeatingSectionItemCollection': 'getItemAt(index:number):Word.RepeatingSectionItem@22',
    'Word.Reviewer': 'isVisible:boolean@23',
    'Word.ReviewerCollection': '[]!:Word.Reviewer@23',
    'Word.Revision':
      'movedRange!:Word.Range@23;range!:Word.Range@23;author!:string@23;date!:date@23;formatDescription!:string@23;index!:number@23;type!:#Word.RevisionType@23;accept():void@23;reject():void@23',
    'Word.RevisionCollection': '[]!:Word.Revision@23;acceptAll():void@23;rejectAll():void@23',
    'Word.RevisionsFilter':
      'reviewers!:Word.ReviewerCollection@23;markup:#Word.RevisionsMarkup@23;view:#Word.RevisionsView@23;toggleShowAllReviewers():void@23',
    'Word.SearchOptions':
      'ignorePunct:boolean@27;ignoreSpace:boolean@27;matchCase:boolean@27;matchPrefix:boolean@27;matchSuffix:boolean@27;matchWholeWord:boolean@27;matchWildcards:boolean@27;newObject(context:any):Word.SearchOptions@27',
    'Word.Section':
      'body!:Word.Body@27;borders!:Word.BorderUniversalCollection@22;pageSetup!:Word.PageSetup@22;protectedForForms:boolean@22;getFooter(type:#Word.HeaderFooterType):Word.Body@27;getHeader(type:#Word.HeaderFooterType):Word.Body@27;getNext():Word.Section@24;getNextOrNullObject():Word.Section@24',
    'Word.SectionCollection':
      '[]!:Word.Section@27;getFirst():Word.Section@24;getFirstOrNullObject():Word.Section@24',
    'Word.Selection':
      'borders!:Word.BorderUniversalCollection@23;characters!:Word.RangeScopedCollection@23;comments!:Word.CommentCollection@23;fields!:Word.FieldCollection@23;font!:Word.Font@23;formattedText:Word.Range@23;paragraphs!:Word.ParagraphCollection@23;range!:Word.Range@23;sections!:Word.SectionCollection@23;sentences!:Word.RangeScopedCollection@23;shading!:Word.ShadingUniversal@23;tables!:Word.TableCollection@23;topLevelTables!:Word.TableCollection@23;words!:Word.RangeScopedCollection@23;end:number@23;fitTextWidth:number@23;hasNoProofing!:boolean@23;isActive!:boolean@23;isColumnSelectModeActive:boolean@23;isEndOfRowMark!:boolean@23;isExtendModeActive:boolean@23;isInsertionPointAtEndOfLine!:boolean@23;isStartActive:boolean@23;languageDetected:boolean@23;languageId!:#Word.LanguageId@23;languageIdFarEast!:#Word.LanguageId@23;languageIdOther!:#Word.LanguageId@23;orientation:#Word.TextOrientation@23;start:number@23;storyLength!:number@23;storyType!:#Word.StoryType@23;text:string@23;type!:#Word.SelectionType@23;calculate():number@23;cancelMode():void@23;clearCharacterStyleFormatting():void@23;clearFormatting():void@23;clearManualCharacterFormatting():void@23;clearManualParagraphFormatting():void@23;clearParagraphFormatting():void@23;clearParagraphStyle():void@23;collapse(direction?:#Word.CollapseDirection):void@23;copyAsPictureToClipboard():void@23;copyFormat():void@23;copyToClipboard():void@23;createTextBox():void@23;cut():void@23;delete(options?:any):number@23;detectLanguage():void@23;expand(unit?:#Word.OperationUnit):number@23;expandToWholeStory():void@23;extend(character?:#Word.OperationUnit):void@23;getNextRange(options?:any):Word.Range@23;getPreviousRange(options?:any):Word.Range@23;goToNext(what:#Word.GoToItem):Word.Range@23;goToPrevious(what:#Word.GoToItem):Word.Range@23;insertAfter(text:string):void@23;insertBefore(text:string):void@23;insertCells(shiftCells?:#Word.TableCellInsertionLocation):void@23;insertColumnsLeft():void@23;insertColumnsRight():void@23;insertDateTime(options?:any):void@23;insertFormula(options?:any):void@23;insertNewPage():void@23;insertParagraphAfter():void@23;insertParagraphBefore():void@23;insertParagraphStyleSeparator():void@23;insertRowsAbove(numRows:number):void@23;insertRowsBelow(numRows:number):void@23;insertSymbol(characterNumber:number,options?:any):void@23;insertText(Text:string):void@23;insertXml(xml:string,transform?:string):void@23;isEqual(range:Word.Range):boolean@23;isInRange(range:Word.Range):boolean@23;isInStory(range:Word.Range):boolean@23;move(options?:any):number@23;moveDown(options?:any):number@23;moveEnd(options?:any):number@23;moveEndUntil(characters:string,count?:number):number@23;moveEndWhile(characters:string,count?:number):number@23;moveLeft(options?:any):number@23;moveRight(options?:any):number@23;moveStart(options?:any):number@23;moveStartUntil(characters:string,count?:number):number@23;moveStartWhile(characters:string,count?:number):number@23;moveUntil(characters:string,count?:number):number@23;moveUp(options?:any):number@23;moveWhile(characters:string,count?:number):number@23;nextField():Word.Field@23;nextSubdocument():void@23;pasteAndFormat(type:#Word.PasteFormatType):void@23;pasteExcelTable(linkedToExcel:boolean,wordFormatting:boolean,rtf:boolean):void@23;pasteFormat():void@23;pasteTableCellsAppendTable():void@23;pasteTableCellsAsNestedTable():void@23;previousField():Word.Field@23;previousSubdocument():void@23;replaceParagraph():void@23;select():void@23;selectCell():void@23;selectColumn():void@23;selectCurrentAlignment():void@23;selectCurrentColor():void@23;selectCurrentFont():void@23;selectCurrentIndent():void@23;selectCurrentSpacing():void@23;selectCurrentTabs():void@23;selectRow():void@23;setRange(start:number,end:number):void@23;shrink():void@23;shrinkDiscontiguousSelection():void@23;splitTable():void@23;toggleCharacterCode():void@23;typeBackspace():void@23',
    'Word.Setting': 'key!:string@28;value:any@28;delete():void@28',
    'Word.SettingCollection':
      '[]!:Word.Setting@28;add(key:string,value:any):Word.Setting@28;deleteAll():void@28;getCount():number@28;getItem(key:string):Word.Setting@28;getItemOrNullObject(key:string):Word.Setting@28',
    'Word.Shading':
      'backgroundPatternColor:string@25;foregroundPatternColor:string@2b;texture:#Word.ShadingTextureType@2b',
    'Word.ShadingUniversal':
      'backgroundPatternColor:string@22;backgroundPatternColorIndex:#Word.ColorIndex@22;foregroundPatternColor:string@22;foregroundPatternColorIndex:#Word.ColorIndex@22;texture:#Word.ShadingTextureType@22',
    'Word.ShadowFormat':
      'foregroundColor!:Word.ColorFormat@22;blur:number@22;isVisible:boolean@22;obscured:boolean@22;offsetX:number@22;offsetY:number@22;rotateWithShape:boolean@22;size:number@22;style:#Word.ShadowStyle@22;transparency:number@22;type:#Word.ShadowType@22;incrementOffsetX(increment:number):void@22;incrementOffsetY(increment:number):void@22',
    'Word.Shape':
      'body!:Word.Body@29;canvas!:Word.Canvas@29;fill!:Word.ShapeFill@29;parentCanvas!:Word.Shape@29;parentGroup!:Word.Shape@29;shapeGroup!:Word.ShapeGroup@29;textFrame!:Word.TextFrame@29;textWrap!:Word.ShapeTextWrap@29;allowOverlap:boolean@29;altTextDescription:string@29;geometricShapeType:#Word.GeometricShapeType@29;height:number@29;heightRelative:number@29;id!:number@29;isChild!:boolean@29;left:number@29;leftRelative:number@29;lockAspectRatio:boolean@29;name:string@29;relativeHorizontalPosition:#Word.RelativeHorizontalPosition@29;relativeHorizontalSize:#Word.RelativeSize@29;relativeVerticalPosition:#Word.RelativeVerticalPosition@29;relativeVerticalSize:#Word.RelativeSize@29;rotation:number@29;top:number@29;topRelative:number@29;type!:#Word.ShapeType@29;visible:boolean@29;width:number@29;widthRelative:number@29;delete():void@29;moveHorizontally(distance:number):void@29;moveVertically(distance:number):void@29;scaleHeight(scaleFactor:number,scaleType:#Word.ShapeScaleType,scaleFrom?:#Word.ShapeScaleFrom):void@29;scaleWidth(scaleFactor:number,scaleType:#Word.ShapeScaleType,scaleFrom?:#Word.ShapeScaleFrom):void@29;select(selectMultipleShapes?:boolean):void@29',
    'Word.ShapeCollection':
      '[]!:Word.Shape@29;getByGeometricTypes(types:#Word.GeometricShapeType[]):Word.ShapeCollection@29;getById(id:number):Word.Shape@29;getByIdOrNullObject(id:number):Word.Shape@29;getByIds(ids:number[]):Word.ShapeCollection@29;getByNames(names:string[]):Word.ShapeCollection@29;getByTypes(types:#Word.ShapeType[]):Word.ShapeCollection@29;getFirst():Word.Shape@29;getFirstOrNullObject():Word.Shape@29;group():Word.Shape@29',
    'Word.ShapeFill':
      'backgroundColor:string@29;foregroundColor:string@29;transparency:number@29;type!:#Word.ShapeFillType@29;clear():void@29;setSolidColor(color:string):void@29',
    'Word.ShapeGroup':
      'shape!:Word.Shape@29;shapes!:Word.ShapeCollection@29;id!:number@29;ungroup():Word.ShapeCollection@29',
    'Word.ShapeTextWrap':
      'bottomDistance:number@29;leftDistance:number@29;rightDistance:number@29;side:#Word.ShapeTextWrapSide@29;topDistance:number@29;type:#Word.ShapeTextWrapType@29',
    'Word.Source':
      'isCited!:boolean@22;tag!:string@22;xml!:string@22;delete():void@22;getFieldByName(name:string):string@22',
    'Word.SourceCollection': '[]!:Word.Source@22;add(xml:string):Word.Source@22',
    'Word.Style':
      'borders!:Word.BorderCollection@2b;font!:Word.Font@26;frame!:Word.Frame@22;linkStyle:Word.Style@22;listTemplate!:Word.ListTemplate@2b;paragraphFormat!:Word.ParagraphFormat@26;shading!:Word.Shading@25;tableStyle!:Word.TableStyle@25;automaticallyUpdate:boolean@22;baseStyle:string@26;builtIn!:boolean@26;hasProofing:boolean@22;inUse!:boolean@26;languageId:#Word.LanguageId@22;languageIdFarEast:#Word.LanguageId@22;linked!:boolean@26;listLevelNumber!:number@22;locked:boolean@22;nameLocal!:string@26;nextParagraphStyle:string@26;noSpaceBetweenParagraphsOfSameStyle:boolean@22;priority:number@26;quickStyle:boolean@26;type!:#Word.StyleType@26;unhideWhenUsed:boolean@26;visibility:boolean@26;delete():void@26;linkToListTemplate(listTemplate:Word.ListTemplate):void@22',
    'Word.StyleCollection':
      '[]!:Word.Style@26;getByName(name:string):Word.Style@26;getByNameOrNullObject(name:string):Word.Style@26;getCount():number@26;getItem(index:number):Word.Style@26',
    'Word.TabStop':
      'next!:Word.TabStop@23;previous!:Word.TabStop@23;alignment!:#Word.TabAlignment@23;customTab!:boolean@23;leader!:#Word.TabLeader@23;position!:number@23;clear():void@23',
    'Word.TabStopCollection':
      '[]!:Word.TabStop@23;add(position:number,options?:any):Word.TabStop@23;after(Position:number):Word.TabStop@23;before(Position:number):Word.TabStop@23;clearAll():void@23',
    'Word.Table':
      "columns!:Word.TableColumnCollection@23;endnotes!:Word.NoteItemCollection@26;fields!:Word.FieldCollection@28;font!:Word.Font@24;footnotes!:Word.NoteItemCollection@26;parentBody!:Word.Body@24;parentContentControl!:Word.ContentControl@24;parentContentControlOrNullObject!:Word.ContentControl@24;parentTable!:Word.Table@24;parentTableCell!:Word.TableCell@24;parentTableCellOrNullObject!:Word.TableCell@24;parentTableOrNullObject!:Word.Table@24;rows!:Word.TableRowCollection@24;shading!:Word.ShadingUniversal@23;tables!:Word.TableCollection@24;alignment:#Word.Alignment@24;description:string@23;headerRowCount:number@24;horizontalAlignment:#Word.Alignment@24;isUniform!:boolean@24;nestingLevel!:number@24;rowCount!:number@24;shadingColor:string@24;style:string@24;styleBandedColumns:boolean@24;styleBandedRows:boolean@24;styleBuiltIn:#Word.BuiltInStyleName@24;styleFirstColumn:boolean@24;styleLastColumn:boolean@24;styleTotalRow:boolean@24;title:string@23;values:string[][]@24;verticalAlignment:#Word.VerticalAlignment@24;width:number@24;addColumns(insertLocation:'Start|End',columnCount:number,values?:string[][]):void@24;addRows(insertLocation:'Start|End',rowCount:number,values?:string[][]):Word.TableRowCollection@24;applyStyleDirectFormatting(styleName:string):void@23;autoFitBehavior(behavior:#Word.AutoFitBehavior):void@23;autoFitWindow():void@24;autoFormat(options?:any):void@23;clear():void@24;convertToText(options?:any):Word.Range@23;delete():void@24;deleteColumns(columnIndex:number,columnCount?:number):void@24;deleteRows(rowIndex:number,rowCount?:number):void@24;distributeColumns():void@24;getBorder(borderLocation:#Word.BorderLocation):Word.TableBorder@24;getCell(rowIndex:number,cellIndex:number):Word.TableCell@24;getCellOrNullObject(rowIndex:number,cellIndex:number):Word.TableCell@24;getCellPadding(cellPaddingLocation:#Word.CellPaddingLocation):number@24;getNext():Word.Table@24;getNextOrNullObject():Word.Table@24;getParagraphAfter():Word.Paragraph@24;getParagraphAfterOrNullObject():Word.Paragraph@24;getParagraphBefore():Word.Paragraph@24;getParagraphBeforeOrNullObject():Word.Paragraph@24;getRange(rangeLocation?:'Whole|Start|End|After'):Word.Range@24;insertContentControl():Word.ContentControl@24;insertParagraph(paragraphText:string,insertLocation:'Before|After'):Word.Paragraph@24;insertTable(rowCount:number,columnCount:number,insertLocation:'Before|After',values?:string[][]):Word.Table@24;mergeCells(topRow:number,firstCell:number,bottomRow:number,lastCell:number):Word.TableCell@28;reapplyAutoFormat():void@23;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@24;select(selectionMode?:#Word.SelectionMode):void@24;setCellPadding(cellPaddingLocation:#Word.CellPaddingLocation,cellPadding:number):void@24;sort(options?:any):void@23",
    'Word.TableBorder': 'color:string@24;type:#Word.BorderType@24;width:number@24',
    'Word.TableCell':
      "body!:Word.Body@24;column!:Word.TableColumn@23;parentRow!:Word.TableRow@24;parentTable!:Word.Table@24;shading!:Word.ShadingUniversal@23;cellIndex!:number@24;columnWidth:number@24;horizontalAlignment:#Word.Alignment@24;rowIndex!:number@24;shadingColor:string@24;value:string@24;verticalAlignment:#Word.VerticalAlignment@24;width!:number@24;autoSum():void@23;delete(shiftCells:any):void@23;deleteColumn():void@24;deleteRow():void@24;formula(options?:any):void@23;getBorder(borderLocation:#Word.BorderLocation):Word.TableBorder@24;getCellPadding(cellPaddingLocation:#Word.CellPaddingLocation):number@24;getNext():Word.TableCell@24;getNextOrNullObject():Word.TableCell@24;insertColumns(insertLocation:'Before|After',columnCount:number,values?:string[][]):void@24;insertRows(insertLocation:'Before|After',rowCount:number,values?:string[][]):Word.TableRowCollection@24;merge(mergeTo:Word.TableCell):void@23;select():void@23;setCellPadding(cellPaddingLocation:#Word.CellPaddingLocation,cellPadding:number):void@24;split(rowCount:number,columnCount:number):void@28",
    'Word.TableCellCollection':
      '[]!:Word.TableCell@24;autoFit():void@23;delete(shiftCells?:#Word.DeleteCells):void@23;distributeHeight():void@23;distributeWidth():void@23;getFirst():Word.TableCell@24;getFirstOrNullObject():Word.TableCell@24;merge():void@23;setHeight(rowHeight:number,heightRule:#Word.RowHeightRule):void@23;setWidth(columnWidth:number,rulerStyle:#Word.RulerStyle):void@23;split(options?:any):void@23',
    'Word.TableCollection': '[]!:Word.Table@24;getFirst():Word.Table@24;getFirstOrNullObject():Word.Table@24',
    'Word.TableColumn':
      'borders!:Word.BorderUniversalCollection@22;shading!:Word.ShadingUniversal@22;columnIndex!:number@22;isFirst!:boolean@22;isLast!:boolean@22;nestingLevel!:number@22;preferredWidth:number@22;preferredWidthType:#Word.PreferredWidthType@22;width:number@22;autoFit():void@22;delete():void@22;select():void@22;setWidth(columnWidth:number,rulerStyle:#Word.RulerStyle):void@22;sort():void@22',
    'Word.TableColumnCollection':
      '[]!:Word.TableColumn@22;add(beforeColumn?:Word.TableColumn):Word.TableColumn@22;autoFit():void@22;delete():void@22;distributeWidth():void@22;select():void@22;setWidth(columnWidth:number,rulerStyle:#Word.RulerStyle):void@22',
    'Word.TableOfAuthorities':
      'range!:Word.Range@23;bookmark:string@23;category:number@23;entrySeparator:string@23;isCategoryHeaderIncluded:boolean@23;isEntryFormattingKept:boolean@23;isPassimUsed:boolean@23;pageNumberSeparator:string@23;pageRangeSeparator:string@23;sequenceName:string@23;sequenceSeparator:string@23;tabLeader:#Word.TabLeader@23;delete():void@23',
    'Word.TableOfAuthoritiesCategory': 'name!:string@23',
    'Word.TableOfAuthoritiesCategoryCollection':
      '[]!:Word.TableOfAuthoritiesCategory@23;getCount():number@23;getItemAt(index:number):Word.TableOfAuthoritiesCategory@23',
    'Word.TableOfAuthoritiesCollection':
      '[]!:Word.TableOfAuthorities@23;add(range:Word.Range,options?:any):Word.TableOfAuthorities@23;markAllCitations(shortCitation:string,options?:any):void@23;markCitation(range:Word.Range,shortCitation:string,options?:any):Word.Field@23;selectNextCitation(shortCitation:string):void@23',
    'Word.TableOfContents':
      'additionalHeadingStyles!:Word.HeadingStyleCollection@23;range!:Word.Range@23;areBuiltInHeadingStylesUsed:boolean@23;areFieldsUsed:boolean@23;areHyperlinksUsedOnWeb:boolean@23;arePageNumbersHiddenOnWeb:boolean@23;arePageNumbersIncluded:boolean@23;arePageNumbersRightAligned:boolean@23;lowerHeadingLevel:number@23;tabLeader:#Word.TabLeader@23;tableId:string@23;upperHeadingLevel:number@23;delete():void@23;updatePageNumbers():void@23',
    'Word.TableOfContentsCollection':
      '[]!:Word.TableOfContents@23;add(range:Word.Range,options?:any):Word.TableOfContents@23;markTocEntry(range:Word.Range,options?:any):Word.Field@23',
    'Word.TableOfFigures':
      'additionalHeadingStyles!:Word.HeadingStyleCollection@23;range!:Word.Range@23;areBuiltInHeadingStylesUsed:boolean@23;areFieldsUsed:boolean@23;areHyperlinksUsedOnWeb:boolean@23;arePageNumbersHiddenOnWeb:boolean@23;arePageNumbersIncluded:boolean@23;arePageNumbersRightAligned:boolean@23;captionLabel:string@23;isLabelIncluded:boolean@23;lowerHeadingLevel:number@23;tabLeader:#Word.TabLeader@23;tableId:string@23;upperHeadingLevel:number@23;delete():void@23;updatePageNumbers():void@23',
    'Word.TableOfFiguresCollection':
      '[]!:Word.TableOfFigures@23;add(range:Word.Range,options?:any):Word.TableOfFigures@23;markTocEntry(range:Word.Range,options?:any):Word.Field@23',
    'Word.TableRow':
      "cells!:Word.TableCellCollection@24;endnotes!:Word.NoteItemCollection@26;fields!:Word.FieldCollection@28;font!:Word.Font@24;footnotes!:Word.NoteItemCollection@26;parentTable!:Word.Table@24;range!:Word.Range@23;shading!:Word.ShadingUniversal@23;cellCount!:number@24;horizontalAlignment:#Word.Alignment@24;isHeader!:boolean@24;preferredHeight:number@24;rowIndex!:number@24;shadingColor:string@24;values:string[][]@24;verticalAlignment:#Word.VerticalAlignment@24;clear():void@24;convertToText(options?:any):Word.Range@23;delete():void@24;getBorder(borderLocation:#Word.BorderLocation):Word.TableBorder@24;getCellPadding(cellPaddingLocation:#Word.CellPaddingLocation):number@24;getNext():Word.TableRow@24;getNextOrNullObject():Word.TableRow@24;insertContentControl():Word.ContentControl@2b;insertRows(insertLocation:'Before|After',rowCount:number,values?:string[][]):Word.TableRowCollection@24;merge():Word.TableCell@28;search(searchText:string,searchOptions?:Word.SearchOptions):Word.RangeCollection@24;select(selectionMode?:#Word.SelectionMode):void@24;setCellPadding(cellPaddingLocation:#Word.CellPaddingLocation,cellPadding:number):void@24;setHeight(rowHeight:number,heightRule:#Word.RowHeightRule):void@23;setLeftIndent(leftIndent:number,rulerStyle:#Word.RulerStyle):void@23",
    'Word.TableRowCollection':
      '[]!:Word.TableRow@24;convertToText(options?:any):Word.Range@23;delete():void@23;distributeHeight():void@23;getFirst():Word.TableRow@24;getFirstOrNullObject():Word.TableRow@24;select():void@23;setHeight(rowHeight:number,heightRule:#Word.RowHeightRule):void@23;setLeftIndent(leftIndent:number,rulerStyle:#Word.RulerStyle):void@23',
    'Word.TableStyle':
      'borders!:Word.BorderUniversalCollection@23;shading!:Word.Shading@23;alignment:#Word.Alignment@2b;allowBreakAcrossPage:boolean@2b;bottomCellMargin:number@25;cellSpacing:number@25;columnStripe:number@23;isBreakAcrossPagesAllowed:boolean@23;leftCellMargin:number@25;leftIndent:number@23;rightCellMargin:number@25;rowStripe:number@23;tableDirection:#Word.TableDirection@23;topCellMargin:number@25;condition(conditionCode:#Word.ConditionCode):Word.ConditionalStyle@23',
    'Word.Template':
      'buildingBlockEntries!:Word.BuildingBlockEntryCollection@22;buildingBlockTypes!:Word.BuildingBlockTypeItemCollection@22;listTemplates!:Word.ListTemplateCollection@23;farEastLineBreakLanguage:#Word.FarEastLineBreakLanguageId@22;farEastLineBreakLevel:#Word.FarEastLineBreakLevel@22;fullName!:string@22;hasNoProofing:boolean@22;justificationMode:#Word.JustificationMode@22;kerningByAlgorithm:boolean@22;languageId:#Word.LanguageId@22;languageIdFarEast:#Word.LanguageId@22;name!:string@22;noLineBreakAfter:string@22;noLineBreakBefore:string@22;path!:string@22;saved:boolean@22;type!:#Word.TemplateType@22;save():void@22',
    'Word.TemplateCollection':
      '[]!:Word.Template@22;getCount():number@22;getItemAt(index:number):Word.Template@22;importBuildingBlocks():void@22',
    'Word.TextColumn': 'spaceAfter:number@22;width:number@22',
    'Word.TextColumnCollection':
      '[]!:Word.TextColumn@22;add(options?:any):Word.TextColumn@22;getFlowDirection():#Word.FlowDirection@22;getHasLineBetween():boolean@22;getIsEvenlySpaced():boolean@22;setCount(numColumns:number):void@22;setFlowDirection(value:#Word.FlowDirection):void@22;setHasLineBetween(value:boolean):void@22;setIsEvenlySpaced(value:boolean):void@22',
    'Word.TextFrame':
      'autoSizeSetting:#Word.ShapeAutoSize@29;bottomMargin:number@29;hasText!:boolean@29;leftMargin:number@29;noTextRotation:boolean@29;orientation:#Word.ShapeTextOrientation@29;rightMargin:number@29;topMargin:number@29;verticalAlignment:#Word.ShapeTextVerticalAlignment@29;wordWrap:boolean@29',
    'Word.ThreeDimensionalFormat':
      'contourColor!:Word.ColorFormat@22;extrusionColor!:Word.ColorFormat@22;bevelBottomDepth:number@22;bevelBottomInset:number@22;bevelBottomType:#Word.BevelType@22;bevelTopDepth:number@22;bevelTopInset:number@22;bevelTopType:#Word.BevelType@22;contourWidth:number@22;depth:number@22;extrusionColorType:#Word.ExtrusionColorType@22;fieldOfView:number@22;isPerspective:boolean@22;isVisible:boolean@22;lightAngle:number@22;presetCamera!:#Word.PresetCamera@22;presetExtrusionDirection!:#Word.PresetExtrusionDirection@22;presetLighting:#Word.LightRigType@22;presetLightingDirection:#Word.PresetLightingDirection@22;presetLightingSoftness:#Word.PresetLightingSoftness@22;presetMaterial:#Word.PresetMaterial@22;presetThreeDimensionalFormat!:#Word.PresetThreeDimensionalFormat@22;projectText:boolean@22;rotationX:number@22;rotationY:number@22;rotationZ:number@22;z:number@22;incrementRotationHorizontal(increment:number):void@22;incrementRotationVertical(increment:number):void@22;incrementRotationX(increment:number):void@22;incrementRotationY(increment:number):void@22;incrementRotationZ(increment:number):void@22;resetRotation():void@22;setExtrusionDirection(presetExtrusionDirection:#Word.PresetExtrusionDirection):void@22;setPresetCamera(presetCamera:#Word.PresetCamera):void@22;setThreeDimensionalFormat(presetThreeDimensionalFormat:#Word.PresetThreeDimensionalFormat):void@22',
    'Word.TrackedChange':
      "author!:string@25;date!:date@25;text!:string@25;type!:#Word.TrackedChangeType@25;accept():void@25;getNext():Word.TrackedChange@25;getNextOrNullObject():Word.TrackedChange@25;getRange(rangeLocation?:'Whole|Start|End'):Word.Range@25;reject():void@25",
    'Word.TrackedChangeCollection':
      '[]!:Word.TrackedChange@25;acceptAll():void@25;getFirst():Word.TrackedChange@25;getFirstOrNullObject():Word.TrackedChange@25;rejectAll():void@25',
    'Word.View':
      'revisionsFilter!:Word.RevisionsFilter@23;areAllNonprintingCharactersDisplayed:boolean@23;areBackgroundsDisplayed:boolean@23;areBookmarksIndicated!:boolean@23;areCommentsDisplayed:boolean@23;areConnectingLinesToRevisionsBalloonDisplayed:boolean@23;areCropMarksDisplayed!:boolean@23;areDrawingsDisplayed!:boolean@23;areEditableRangesShaded:boolean@23;areFieldCodesDisplayed:boolean@23;areFormatChangesDisplayed:boolean@23;areInkAnnotationsDisplayed:boolean@23;areInsertionsAndDeletionsDisplayed:boolean@23;areLinesWrappedToWindow!:boolean@23;areObjectAnchorsDisplayed!:boolean@23;areOptionalBreaksDisplayed!:boolean@23;areOptionalHyphensDisplayed!:boolean@23;areOtherAuthorsVisible:boolean@23;arePageBoundariesDisplayed!:boolean@23;areParagraphsMarksDisplayed!:boolean@23;arePicturePlaceholdersDisplayed!:boolean@23;areRevisionsAndCommentsDisplayed:boolean@23;areSpacesIndicated!:boolean@23;areTableGridlinesDisplayed:boolean@23;areTabsDisplayed!:boolean@23;areTextBoundariesDisplayed!:boolean@23;columnWidth:#Word.ColumnWidth@23;fieldShading!:#Word.FieldShading@23;isDraft:boolean@23;isFirstLineOnlyDisplayed:boolean@23;isFormatDisplayed:boolean@23;isFullScreen:boolean@23;isHiddenTextDisplayed!:boolean@23;isHighlightingDisplayed!:boolean@23;isInConflictMode:boolean@23;isInPanning:boolean@23;isInReadingLayout:boolean@23;isMailMergeDataView:boolean@23;isMainTextLayerVisible:boolean@23;isPointerShownAsMagnifier:boolean@23;isReadingLayoutActualView:boolean@23;isXmlMarkupVisible:boolean@23;markupMode:#Word.RevisionsMode@23;pageColor:#Word.PageColor@23;pageMovementType:#Word.PageMovementType@23;readingLayoutTruncateMargins:#Word.ReadingLayoutMargin@23;revisionsBalloonSide!:#Word.RevisionsBalloonMargin@23;revisionsBalloonWidth:number@23;revisionsBalloonWidthType:#Word.RevisionsBalloonWidthType@23;seekView:#Word.SeekView@23;splitSpecial:#Word.SpecialPane@23;type:#Word.ViewType@23;collapseAllHeadings():void@23;collapseOutline(range:Word.Range):void@23;expandAllHeadings():void@23;expandOutline(range:Word.Range):void@23;nextHeaderFooter():void@23;previousHeaderFooter():void@23;showAllHeadings():void@23;showHeading(level:number):void@23',
    'Word.WebSettings':
      'allowPng:boolean@23;encoding:#Word.DocumentEncoding@23;folderSuffix!:string@23;organizeInFolder:boolean@23;pixelsPerInch:number@23;relyOnCSS:boolean@23;relyOnVectorMarkupLanguage:boolean@23;screenSize:#Word.ScreenSize@23;targetBrowser:#Word.TargetBrowser@23;useLongFileNames:boolean@23;useDefaultFolderSuffix():void@23',
    'Word.Window':
      'activePane!:Word.Pane@29;next!:Word.Window@23;panes!:Word.PaneCollection@29;previous!:Word.Window@23;view!:Word.View@23;areRulersDisplayed:boolean@23;areScreenTipsDisplayed!:boolean@23;areThumbnailsDisplayed:boolean@23;caption:string@23;height!:number@23;horizontalPercentScrolled:number@23;imeMode:#Word.ImeMode@23;index!:number@23;isActive!:boolean@23;isDocumentMapVisible:boolean@23;isEnvelopeVisible:boolean@23;isHorizontalScrollBarDisplayed:boolean@23;isLeftScrollBarDisplayed:boolean@23;isRightRulerDisplayed:boolean@23;isSplit:boolean@23;isVerticalRulerDisplayed:boolean@23;isVerticalScrollBarDisplayed:boolean@23;isVisible:boolean@23;left!:number@23;showSourceDocuments:#Word.ShowSourceDocuments@23;splitVertical:number@23;styleAreaWidth:number@23;top!:number@23;type!:#Word.WindowType@23;usableHeight!:number@23;usableWidth!:number@23;verticalPercentScrolled:number@23;width!:number@23;windowNumber!:number@23;activate():void@23;close(options?:any):void@23;largeScroll(options?:any):void@23;pageScroll(options?:any):void@23;setFocus():void@23;smallScroll(options?:any):void@23;toggleRibbon():void@23',
    'Word.WindowCollection':
      '[]!:Word.Window@29;getFirst():Word.Window@29;getFirstOrNullObject():Word.Window@29',
    'Word.XmlMapping':
      'customXmlNode!:Word.CustomXmlNode@22;customXmlPart!:Word.CustomXmlPart@22;isMapped!:boolean@22;prefixMappings!:string@22;xpath!:string@22;delete():void@22;setMapping(xPath:string,options?:any):boolean@22;setMappingByNode(node:Word.CustomXmlNode):boolean@22',
    'Word.XmlNode':
      'attributes!:Word.XmlNodeCollection@23;childNodes!:Word.XmlNodeCollection@23;firstChild!:Word.XmlNode@23;lastChild!:Word.XmlNode@23;nextSibling!:Word.XmlNode@23;ownerDocument!:Word.Document@23;parentNode!:Word.XmlNode@23;previousSibling!:Word.XmlNode@23;range!:Word.Range@23;baseName!:string@23;hasChildNodes!:boolean@23;level!:#Word.XmlNodeLevel@23;namespaceUri!:string@23;placeholderText:string@23;text:string@23;validationErrorText!:string@23;validationStatus!:#Word.XmlValidationStatus@23;copy():void@23;cut():void@23;delete():void@23;removeChild(childElement:Word.XmlNode):void@23;selectNodes(xPath:string,options?:any):Word.XmlNodeCollection@23;selectSingleNode(xPath:string,options?:any):Word.XmlNode@23;setValidationError(status:#Word.XmlValidationStatus,options?:any):void@23;validate():void@23',
    'Word.XmlNodeCollection': '[]!:Word.XmlNode@23;getItemAt(index:number):Word.XmlNode@23',
  },
};
